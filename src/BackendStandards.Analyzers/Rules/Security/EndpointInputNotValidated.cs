using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
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
        foreach (var input in EndpointInputs.Of(endpoint, context))
            if (EndpointInputs.ModelOf(input) is { } model && EndpointInputs.PlaceOf(input.Key, context) is { } place && IsUnchecked(endpoint, input.Key, model, context, out var members))
                context.Report(this, place, ImmutableDictionary<string, string?>.Empty, model.Name, context.Describe(endpoint),
                    $"constrain {members}, write a validator, or test them before use");
    }

    /// <summary>Whether nothing checks a model on its way into an endpoint: which of its members then lacks what is no question.</summary>
    public static bool IsUnchecked(Endpoint endpoint, IParameterSymbol parameter, INamedTypeSymbol model, EndpointContext context, out string members)
    {
        var cancellation = context.Cancellation;
        var models = InputTypes.Closure(model);
        var open = models.SelectMany(InputTypes.MembersOf).Where(member => member.Kind is not (InputKind.None or InputKind.Nested)).Select(member => member.Property.Name).Distinct().ToList();
        members = string.Join(", ", open.Take(3)) + (open.Count > 3 ? "…" : "");
        return open.Count > 0
            && !ModelConstraints.Has(models, cancellation)
            && !IsMarked(endpoint, parameter)
            && !models.Any(type => context.Validators.Exist(type, cancellation))
            && !EndpointInputs.MayBeFiltered(endpoint, context)
            && !context.Model.Hosting.ValidatesGlobally(cancellation)
            && EndpointInputs.IsUnguarded(parameter, context, annotationsRun: true);
    }

    // [Required] on the parameter says that there is a model, as a null test does.
    private static bool IsMarked(Endpoint endpoint, IParameterSymbol parameter) =>
        EndpointInputs.IsMarked(endpoint, parameter) || parameter.GetAttributes().Any(attribute => ModelConstraints.IsConstraint(attribute) && attribute.AttributeClass is not { Name: "RequiredAttribute" });
}
