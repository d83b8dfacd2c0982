using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>Backward: which builders can an expression be?</summary>
internal sealed class BuilderOrigins(BuilderMemo memo, Values values, ContextReader contexts, CancellationToken cancellation)
{
    private const int MaxDepth = 16;

    /// <summary>Each builder that an expression can be in a context; at least one.</summary>
    public IReadOnlyList<Builder> Of(IOperation expression, Context context, int depth = 0)
    {
        cancellation.ThrowIfCancellationRequested();
        expression = Values.Unwrap(expression);
        context = context.At(expression);
        if (depth > MaxDepth) return One("it is handed on too often");
        switch (expression)
        {
            case ILocalReferenceOperation { Local: var local }:
                if (context.BindingOf(local) is { Element: { } element }) return Of(element, context, depth + 1);
                return memo.Code.BodyAround(expression.Syntax, cancellation) is { } body
                    ? Join(LocalWrites.Reaching(body, local, expression), value => Of(value, context, depth + 1), "the variable is not assigned here") : One("its code is not bound");
            case IParameterReferenceOperation { Parameter: var parameter }:
                return OfParameter(parameter, expression, context, depth);
            case IFieldReferenceOperation { Field: var field }:
                return OfMember(field, depth);
            case IPropertyReferenceOperation { Instance: not null, Property.GetMethod: { } getter } extension when AspNet.InExtensionBlock(getter):
                return memo.Code.BodyOf(getter, cancellation) is { } code
                    ? Join(code.ReturnsOf(code.Owner).Select(returned => returned.ReturnedValue!), value => Of(value, context.Enter(extension), depth + 1), "the property returns nothing visible")
                    : One("the property's code is not seen");
            case IPropertyReferenceOperation { Property: var property } when AspNet.InSource(property):
                return OfMember(property, depth);
            case IInvocationOperation call:
                return OfCall(call, context, depth);
            case IConditionalOperation { WhenFalse: { } whenFalse } conditional:
                return Join([conditional.WhenTrue, whenFalse], value => Of(value, context, depth + 1), "");
            case ICoalesceOperation coalesce:
                return Join([coalesce.Value, coalesce.WhenNull], value => Of(value, context, depth + 1), "");
            case ISimpleAssignmentOperation assignment:
                return Of(assignment.Value, context, depth + 1);
            case IConditionalAccessInstanceOperation instance:
                return AccessedBy(instance) is { } accessed ? Of(accessed, context, depth + 1) : One("its code is not bound");
            default:
                return One($"it comes from {expression.Kind}");
        }
    }

    private static IReadOnlyList<Builder> One(string why) => [Builder.Unknown(why)];

    private static IReadOnlyList<Builder> Join(IEnumerable<IOperation> sources, Func<IOperation, IReadOnlyList<Builder>> origins, string none)
    {
        var all = sources.SelectMany(origins).Distinct().ToList();
        return all.Count == 0 ? One(none) : all.Count == 1 ? all : all.ConvertAll(builder => builder with { Maybe = true });
    }

    private static IOperation? AccessedBy(IOperation instance)
    {
        // By operation: the instance has the syntax of what stands before the `?`.
        for (IOperation child = instance, up = instance.Parent!; up is not null; child = up, up = up.Parent!)
            if (up is IConditionalAccessOperation access && access.WhenNotNull == child)
                return access.Operation;
        return null;
    }

    private IReadOnlyList<Builder> OfParameter(IParameterSymbol parameter, IOperation reference, Context context, int depth)
    {
        if (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } lambda) return OfLambdaParameter(parameter, lambda, reference, context, depth);
        if (Values.ArgumentFor(parameter, context) is { } argument) return Of(argument.Operation, argument.Context, depth + 1);
        if (parameter.ContainingSymbol is IMethodSymbol { Name: "Configure", ContainingType.Name: var type } && type.Contains("Startup")) return [Builder.Application];
        if (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor) return OfConstructorParameter(parameter, constructor, depth);
        if (CarterModules.IsAddRoutes(parameter.ContainingSymbol)) return OfModule(parameter, depth);
        return [Builder.Unknown($"no caller of '{parameter.ContainingSymbol.Name}' is seen") with { HandedIn = parameter }];
    }

    // Carter calls its modules where it is mapped.
    private IReadOnlyList<Builder> OfModule(IParameterSymbol parameter, int depth)
    {
        var carter = new CarterModules(memo, cancellation);
        var parents = Join(carter.Mappings(), call => [.. contexts.Of(call, depth + 1).SelectMany(context => Of(AspNet.BuilderOf((IInvocationOperation)call)!, context, depth + 1))], "Carter is not seen to be mapped");
        return carter.HasGroup(parameter.ContainingType) ? [.. parents.Select(parent => carter.GroupOf(parameter, parent))] : parents;
    }

    // The context of the creation is not that of the method that maps: a builder in a field is that of every creation.
    private IReadOnlyList<Builder> OfConstructorParameter(IParameterSymbol parameter, IMethodSymbol constructor, int depth) =>
        Join(memo.Callers.Of(constructor, cancellation), creation =>
            [.. contexts.Of(creation, depth + 1).SelectMany(outer => Values.ArgumentFor(parameter, outer.Enter(creation)) is { } value ? Of(value.Operation, value.Context, depth + 1) : One("it is built elsewhere"))],
            "its type is created elsewhere");

    private IReadOnlyList<Builder> OfLambdaParameter(IParameterSymbol parameter, IMethodSymbol symbol, IOperation reference, Context context, int depth)
    {
        for (var up = reference.Parent; up is not null; up = up.Parent)
        {
            if (up is not IAnonymousFunctionOperation lambda || !AspNet.Same(lambda.Symbol, symbol)) continue;
            var holder = lambda.Parent;
            while (holder is IConversionOperation or IDelegateCreationOperation) holder = holder.Parent;
            if (holder is not IArgumentOperation { Parent: IInvocationOperation call, Parameter: { } formal }) return One("its lambda is stored");
            if (!AspNet.InSource(call.TargetMethod)) return OfLibraryLambda(call, context, depth);
            var inner = context.Enter(call);
            var given = ParameterInSource(call.TargetMethod, formal.Ordinal);
            var invoked = given is not null && memo.Code.BodyOf(call.TargetMethod, cancellation) is { } body ? body.ReferencesTo(given) : [];
            return Join(
                invoked.Select(use => use.Parent).OfType<IInvocationOperation>().Where(invocation => invocation.TargetMethod.MethodKind == MethodKind.DelegateInvoke)
                    .SelectMany(invocation => invocation.Arguments.Where(argument => argument.Parameter?.Ordinal == parameter.Ordinal).Select(argument => argument.Value)),
                value => Of(value, inner, depth + 1), "its lambda is not seen to run");
        }
        return One("its lambda is not bound");
    }

    private IReadOnlyList<Builder> OfLibraryLambda(IInvocationOperation call, Context context, int depth) => call.TargetMethod.Name switch
    {
        "UseEndpoints" or "UseWhen" or "MapWhen" when AspNet.IsKnown(call.TargetMethod) && AspNet.ReceiverOf(call) is { } receiver => Of(receiver, context, depth + 1),
        "Configure" when AspNet.IsKnown(call.TargetMethod) => [Builder.Application],
        var name => One($"its lambda is given to '{name}'"),
    };

    private static IParameterSymbol? ParameterInSource(IMethodSymbol method, int ordinal)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        return (definition.PartialImplementationPart ?? definition).Parameters.ElementAtOrDefault(ordinal);
    }

    private IReadOnlyList<Builder> OfMember(ISymbol member, int depth) =>
        Join(MemberReferences.ValuesOf(member.OriginalDefinition, memo.Code, cancellation),
            value => [.. contexts.Of(value, depth + 1).SelectMany(context => Of(value, context, depth + 1))], $"'{member.Name}' is not written here");

    private IReadOnlyList<Builder> OfCall(IInvocationOperation call, Context context, int depth)
    {
        var method = call.TargetMethod;
        var receiver = AspNet.BuilderOf(call);
        if (AspNet.InSource(method))
        {
            if (memo.Code.BodyOf(method, cancellation) is not { } body) return One($"the code of '{method.Name}' is not seen");
            var inner = context.Enter(call);
            var definition = (method.ReducedFrom ?? method).OriginalDefinition;
            return Join(body.ReturnsOf(definition.PartialImplementationPart ?? definition).Select(returned => returned.ReturnedValue!),
                value => [.. contexts.WithLoops(value, inner).SelectMany(at => Of(value, at, depth + 1))], $"'{method.Name}' returns nothing visible");
        }
        if (AspNet.IsKnown(method))
        {
            if (method is { Name: "Build" or "Create", ReturnType.Name: "WebApplication" }) return [Builder.Application];
            if (MapNames.IsGroup(method.Name) && receiver is not null)
            {
                var prefix = PrefixOf(call, context);
                return [.. Of(receiver, context, depth + 1).Select(parent => new Builder(call, context, parent, prefix) { Maybe = parent.Maybe })];
            }
        }
        if (receiver is not null && AspNet.ReturnsReceiver(call)) return Of(receiver, context, depth + 1);
        if (receiver is not null && AspNet.IsKnown(method) && MapNames.Maps(method.Name)) return [new Builder(call, context, null, null)];
        return One($"it is the result of '{method.Name}'");
    }

    private RoutePart PrefixOf(IInvocationOperation call, Context context) =>
        call.TargetMethod.Name == "MapGroup" && AspNet.Argument(call, "prefix") is { } text ? RouteTexts.Of(text, context, values) : new RoutePart("", null);
}
