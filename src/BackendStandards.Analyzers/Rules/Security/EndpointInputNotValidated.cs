using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Validation;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>BST3001: a request model whose members carry no constraint, that has no validator, and that nobody tests.</summary>
internal sealed class EndpointInputNotValidated() : EndpointRule(RuleCatalog.EndpointInputNotValidated)
{
    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        if (endpoint.Handler is not { } handler || !handler.DeclaringSyntaxReferences.Any(reference => context.IsHere(reference.SyntaxTree))) return;
        foreach (var input in endpoint.Parameters(context.Cancellation).GroupBy<EndpointParameter, IParameterSymbol>(parameter => parameter.Parameter, SymbolEqualityComparer.Default))
            if (ModelOf(input) is { } model && PlaceOf(input.Key, context) is { } place && IsUnchecked(endpoint, input.Key, model, context, out var members))
                context.Report(this, place, ImmutableDictionary<string, string?>.Empty, model.Name, Describe(endpoint, context),
                    $"constrain {members}, write a validator, or test them before use");
    }

    private static INamedTypeSymbol? ModelOf(IGrouping<IParameterSymbol, EndpointParameter> input)
    {
        // The members of an [AsParameters] type are parameters of their own; the model is the type.
        if (input.Any(parameter => !AspNet.Same(parameter.Member, parameter.Parameter)))
            return input.Any(parameter => IsInput(parameter.Source)) ? InputTypes.ModelOf(input.Key.Type) : null;
        var only = input.First();
        return IsInput(only.Source) ? InputTypes.ModelOf(only.Type) : null;
    }

    private static bool IsInput(BindingSource source) => source is BindingSource.Body or BindingSource.Form or BindingSource.Query or BindingSource.Model;

    private static SyntaxNode? PlaceOf(IParameterSymbol parameter, EndpointContext context) =>
        parameter.DeclaringSyntaxReferences.Where(reference => context.IsHere(reference.SyntaxTree)).Select(reference => reference.GetSyntax(context.Cancellation)).FirstOrDefault();

    private static bool IsUnchecked(Endpoint endpoint, IParameterSymbol parameter, INamedTypeSymbol model, EndpointContext context, out string members)
    {
        var cancellation = context.Cancellation;
        var models = InputTypes.Closure(model);
        var open = models.SelectMany(InputTypes.MembersOf).Where(member => member.Kind is not (InputKind.None or InputKind.Nested)).Select(member => member.Property.Name).Distinct().ToList();
        members = string.Join(", ", open.Take(3)) + (open.Count > 3 ? "…" : "");
        return open.Count > 0
            && !ModelConstraints.Has(models, cancellation)
            && !IsMarked(endpoint, parameter)
            && !models.Any(type => context.Validators.Exist(type, cancellation))
            && !MayBeFiltered(endpoint, context)
            && !context.Model.Hosting.ValidatesGlobally(cancellation)
            && IsUnguarded(parameter, context);
    }

    private static bool IsMarked(Endpoint endpoint, IParameterSymbol parameter) =>
        ModelConstraints.IsMarked(parameter) || ModelConstraints.IsMarked(endpoint.Handler!) || parameter.GetAttributes().Any(ModelConstraints.IsConstraint)
        || (endpoint.Controller is { } controller && ModelConstraints.IsMarked(controller));

    // A filter that looks at the arguments may judge them; one that is not seen may too, and so may a group that is handed in.
    private static bool MayBeFiltered(Endpoint endpoint, EndpointContext context) =>
        (endpoint.Controller is null && !endpoint.HasOnlySeenConventions(context.Cancellation))
        || endpoint.Filters(context.Cancellation).Any(filter => FilterTypes.MayValidate(filter, context.Cancellation));

    private static bool IsUnguarded(IParameterSymbol parameter, EndpointContext context)
    {
        var definition = parameter.OriginalDefinition as IParameterSymbol ?? parameter;
        var body = definition.DeclaringSyntaxReferences.FirstOrDefault() is { } reference ? context.Model.Code.BodyAround(reference.GetSyntax(context.Cancellation), context.Cancellation) : null;
        return body is not null && new Guards(context.Model.Code, context.Validators, context.Cancellation).Of(definition, body) == Answer.No;
    }

    private static string Describe(Endpoint endpoint, EndpointContext context)
    {
        var verbs = endpoint.Verbs(context.Cancellation);
        return $"{(verbs is null or { Count: 0 } ? "" : string.Join("/", verbs) + " ")}{endpoint.Route(context.Cancellation)}";
    }
}
