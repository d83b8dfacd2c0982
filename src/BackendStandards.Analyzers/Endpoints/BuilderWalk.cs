using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>Forward: what is done to a builder, from the call that makes it through every alias. One walk a builder.</summary>
internal sealed class BuilderWalk
{
    private const int MaxDepth = 32;
    private readonly BuilderMemo _memo;
    private readonly Values _values;
    private readonly ContextReader _contexts;
    private readonly EffectReader _reader;
    private readonly CancellationToken _cancellation;
    // By operation, not by syntax: `a?.B()` has two operations for `a`.
    private readonly HashSet<(IOperation, Context, bool)> _seen = [];
    private readonly List<Effect> _effects = new List<Effect>();
    private readonly List<BuilderUse> _uses = [];

    private BuilderWalk(BuilderMemo memo, Values values, ContextReader contexts, CancellationToken cancellation) =>
        (_memo, _values, _contexts, _reader, _cancellation) = (memo, values, contexts, new EffectReader(values), cancellation);

    /// <summary>What happens to the builder that a call makes in a context.</summary>
    public static BuilderTrace From(IInvocationOperation made, Context context, BuilderMemo memo, Values values, ContextReader contexts, CancellationToken cancellation)
    {
        if (memo.Traces.TryGetValue((made.Syntax, context), out var known)) return known;
        var walk = new BuilderWalk(memo, values, contexts, cancellation);
        if (made.TargetMethod.Name == "NewVersionedApi")
        {
            walk._effects.Add(new(EffectKind.Version, made, false) { Context = context });
            // Its name becomes a tag.
            if (AspNet.Argument(made, "name") is { ConstantValue: not { HasValue: true, Value: null } }) walk._effects.Add(new(EffectKind.Tags, made, false) { Context = context });
        }
        walk.Follow(made, context, maybe: false, 0);
        return memo.Traces.GetOrAdd((made.Syntax, context), walk.Result());
    }

    /// <summary>What this code does to a builder that an unseen caller hands in.</summary>
    public static BuilderTrace From(IParameterSymbol parameter, BuilderMemo memo, Values values, ContextReader contexts, CancellationToken cancellation)
    {
        var walk = new BuilderWalk(memo, values, contexts, cancellation);
        if (parameter.ContainingSymbol is IMethodSymbol method) walk.Into(method, parameter.Ordinal, Context.Empty, maybe: false, 0);
        return walk.Result();
    }

    private BuilderTrace Result() => new(_effects, [.. _uses.Distinct()]);

    private void Follow(IOperation value, Context context, bool maybe, int depth)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (depth > MaxDepth)
        {
            Escape(value);
            return;
        }
        if (!_seen.Add((value, context, maybe))) return;
        var child = value;
        for (var up = value.Parent; up is not null; child = up, up = up.Parent)
            switch (up)
            {
                case IConversionOperation or IParenthesizedOperation or IVariableInitializerOperation:
                    continue;
                case IConditionalOperation conditional when child != conditional.Condition:
                case ICoalesceOperation:
                    maybe = true;
                    continue;
                case IConditionalAccessOperation access when access.Operation == child:
                    foreach (var instance in access.WhenNotNull.DescendantsAndSelf().OfType<IConditionalAccessInstanceOperation>()) Follow(instance, context, maybe, depth + 1);
                    return;
                case IConditionalAccessOperation:
                    continue;
                case IArgumentOperation { Parent: IInvocationOperation call } argument:
                    Call(call, argument, context, maybe, depth);
                    return;
                case IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } constructor } creation, Parameter: { } formal } when AspNet.InSource(constructor):
                    Into(constructor, formal.Ordinal, context.Enter(creation), maybe, depth);
                    return;
                case IInvocationOperation call when call.Instance == child:
                    Call(call, null, context, maybe, depth);
                    return;
                case IVariableDeclaratorOperation declarator:
                    Alias(declarator.Symbol, declarator, context, maybe, depth);
                    return;
                case ISimpleAssignmentOperation assignment when assignment.Value == child:
                    Assigned(assignment, context, maybe, depth);
                    return;
                case IFieldInitializerOperation { InitializedFields: var fields }:
                    foreach (var field in fields) Member(field, maybe, depth);
                    return;
                case IPropertyInitializerOperation { InitializedProperties: var properties }:
                    foreach (var property in properties) Member(property, maybe, depth);
                    return;
                case IReturnOperation:
                    Return(up, context, maybe, depth);
                    return;
                case IExpressionStatementOperation or IPropertyReferenceOperation or IFieldReferenceOperation or IBlockOperation or IBinaryOperation or IIsPatternOperation:
                    return;
                default:
                    Escape(up);
                    return;
            }
    }

    private void Escape(IOperation site) => _effects.Add(new(EffectKind.Opaque, site, true));

    private void Assigned(ISimpleAssignmentOperation assignment, Context context, bool maybe, int depth)
    {
        switch (assignment.Target)
        {
            case ILocalReferenceOperation local: Alias(local.Local, assignment, context, maybe || Conditions.Between(assignment, null), depth); break;
            case IFieldReferenceOperation field: Member(field.Field, maybe, depth); break;
            case IPropertyReferenceOperation property: Member(property.Property, maybe, depth); break;
            case IDiscardOperation: break;
            default: Escape(assignment); break;
        }
    }

    private void Call(IInvocationOperation call, IArgumentOperation? argument, Context context, bool maybe, int depth)
    {
        var method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            Invoke(call, argument, context, maybe, depth);
            return;
        }
        if (AspNet.InSource(method))
        {
            if (argument is null && !AspNet.InExtensionBlock(method)) return;
            foreach (var target in _contexts.TargetsOf(call, context)) Into(target, argument?.Parameter?.Ordinal ?? -1, context.Enter(call), maybe, depth);
            return;
        }
        var isReceiver = argument is null || argument.Parameter?.Ordinal == 0;
        if (AspNet.IsKnown(method) && MapNames.Maps(method.Name))
        {
            if (isReceiver) _uses.Add(new(call, context));
            return;
        }
        foreach (var effect in _reader.Read(call, context)) _effects.Add(effect with { Maybe = effect.Maybe || maybe });
        if (isReceiver ? AspNet.ReturnsReceiver(call) : AspNet.IsBuilder(call.Type)) Follow(call, context, maybe, depth + 1);
    }

    // A negative ordinal stands for the receiver of an extension block, whose parameter belongs to a type without a name.
    private void Into(IMethodSymbol method, int ordinal, Context inner, bool maybe, int depth)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        definition = definition.PartialImplementationPart ?? definition;
        if (_memo.Code.BodyOf(definition, _cancellation) is not { } body)
        {
            if (definition.MethodKind == MethodKind.Constructor && definition.Parameters.ElementAtOrDefault(ordinal) is { } captured && MemberReferences.ToCaptured(captured, _memo.Code, _cancellation) is { } references)
            {
                foreach (var reference in references)
                    if (reference.Parent is IFieldInitializerOperation or IPropertyInitializerOperation) Use(reference, null, inner, maybe, depth);
                    else
                        foreach (var at in _contexts.Of(reference)) Use(reference, null, at, maybe, depth);
                return;
            }
            if (inner.Call is { } entered) Escape(entered);
            return;
        }
        var uses = ordinal < 0
            ? body.Root.Descendants().Where(operation => operation is IParameterReferenceOperation { Parameter.ContainingSymbol: INamedTypeSymbol })
            : definition.Parameters.ElementAtOrDefault(ordinal) is { } parameter ? body.ReferencesTo(parameter) : [];
        foreach (var use in uses) Use(use, null, inner, maybe, depth);
    }

    private void Alias(ISymbol symbol, IOperation definition, Context context, bool maybe, int depth)
    {
        if (_memo.Code.BodyAround(definition.Syntax, _cancellation) is not { } body) return;
        var value = definition switch
        {
            IVariableDeclaratorOperation { Initializer: { } initializer } => initializer.Value,
            ISimpleAssignmentOperation assignment => assignment.Value,
            _ => null,
        };
        foreach (var reference in body.ReferencesTo(symbol))
            if (reference is ILocalReferenceOperation && reference.Syntax.SpanStart > definition.Syntax.SpanStart
                && (value is null || LocalWrites.Reaching(body, symbol, reference).Contains(value)))
                Use(reference, definition, context, maybe, depth);
    }

    private void Member(ISymbol member, bool maybe, int depth)
    {
        foreach (var reference in MemberReferences.To(member.OriginalDefinition, _memo.Code, _cancellation))
            foreach (var context in _contexts.Of(reference))
                Use(reference, null, context, maybe, depth);
    }

    private void Use(IOperation reference, IOperation? definition, Context context, bool maybe, int depth)
    {
        if (reference.Parent is ISimpleAssignmentOperation target && target.Target == reference) return;
        foreach (var at in _contexts.WithLoops(reference, context.At(reference)))
        {
            var reach = Conditions.Reaching(reference, definition, condition => _values.Truth(condition, at));
            if (reach != Reach.Never) Follow(reference, at, maybe || reach == Reach.Maybe, depth + 1);
        }
    }

    private void Return(IOperation site, Context context, bool maybe, int depth)
    {
        for (var up = site.Parent; up is not null; up = up.Parent)
            if (up is IAnonymousFunctionOperation)
                return; // The value of a lambda, which nobody applies conventions to.
        var frame = context.Frame();
        if (frame.Call is not null) Follow(frame.Call, frame.Outer!, maybe, depth + 1);
        else if (_contexts.FunctionOf(site) is not { DeclaredAccessibility: Accessibility.Private }) Escape(site);
    }

    private void Invoke(IInvocationOperation call, IArgumentOperation? argument, Context context, bool maybe, int depth)
    {
        if (call.Instance is null || argument?.Parameter is not { } formal || _values.Define(call.Instance, context) is not { } target)
        {
            Escape(call);
            return;
        }
        switch (target.Operation)
        {
            case IMethodReferenceOperation reference:
                Into(reference.Method, formal.Ordinal, target.Context, maybe, depth);
                break;
            case IAnonymousFunctionOperation lambda when _memo.Code.BodyAround(lambda.Syntax, _cancellation) is { } body:
                foreach (var use in body.ReferencesTo(lambda.Symbol.Parameters[formal.Ordinal])) Use(use, null, target.Context, maybe, depth);
                break;
            default:
                Escape(call);
                break;
        }
    }
}
