using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Validation;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Rules.Contract;

/// <summary>BST2011: a row of the database that the caller fills, every column of it.</summary>
internal sealed class EntityBound() : EndpointRule(RuleCatalog.EntityBound)
{
    /// <summary>The finding's property that is set where the endpoint only creates: then the request decides on no key.</summary>
    public const string Creates = nameof(Creates);

    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        var cancellation = context.Cancellation;
        if (!context.Entities.MayExist || endpoint.Kind is not (EndpointKind.Minimal or EndpointKind.Controller)) return;
        foreach (var parameter in endpoint.Parameters(cancellation))
        {
            if (parameter.Source is not (BindingSource.Body or BindingSource.Form or BindingSource.Model) || !AspNet.Same(parameter.Member, parameter.Parameter) || IsAllowList(parameter.Parameter) || IsAllowList(parameter.Type)) continue;
            var type = InputTypes.ElementOf(parameter.Type) ?? parameter.Type;
            if (!context.Entities.Include(type, cancellation)) continue;
            if (parameter.Parameter.DeclaringSyntaxReferences.Where(reference => context.IsHere(reference.SyntaxTree)).Select(reference => reference.GetSyntax(cancellation)).FirstOrDefault() is not { } place) continue;
            var properties = endpoint.Verbs(cancellation) is { Count: 1 } verbs && verbs[0] == "POST" ? ImmutableDictionary<string, string?>.Empty.Add(Creates, "") : ImmutableDictionary<string, string?>.Empty;
            context.Report(this, place, properties, parameter.Name, type.Name);
        }
    }

    // [Bind("Name", "Price")]
    private static bool IsAllowList(ISymbol symbol) => symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "BindAttribute");
}
