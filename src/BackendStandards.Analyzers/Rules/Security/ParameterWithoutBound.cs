using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>BST3003 for a parameter of a handler that is no model: the page of a query, the amount of a form.</summary>
internal sealed class ParameterWithoutBound() : EndpointRule(RuleCatalog.InputWithoutBound)
{
    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        if (endpoint.Kind is not (EndpointKind.Minimal or EndpointKind.Controller) || endpoint.Handler is not { } handler || !handler.DeclaringSyntaxReferences.Any(reference => context.IsHere(reference.SyntaxTree))) return;
        foreach (var input in endpoint.Parameters(context.Cancellation))
        {
            if (input.Source is not (BindingSource.Query or BindingSource.Form) || !AspNet.Same(input.Member, input.Parameter)
                || EndpointInputs.PlaceOf(input.Parameter, context) is not ParameterSyntax place || Symbols.InheritedAttributes(input.Parameter).Any(InputWithoutBound.MayBound)) continue;
            var kind = InputTypes.KindOf(input.Type, input.Name);
            if (!InputWithoutBound.IsTaken(kind, input.Source, endpoint, context.Cancellation) || ConstraintTable.BoundFor(input.Name, input.Type, kind, InputWithoutBound.Limits(context.Options)) is not { } bound) continue;
            if (new RequestGate(context).LetsThrough(endpoint, input.Parameter))
                context.ReportAt(this, place.Identifier.GetLocation(), [], ImmutableDictionary<string, string?>.Empty.Add(InputWithoutBound.Annotation, bound.Attribute),
                    input.Parameter.Name, context.Describe(endpoint), InputWithoutBound.SizeOf(kind), $"[{bound.Attribute}]");
        }
    }
}
