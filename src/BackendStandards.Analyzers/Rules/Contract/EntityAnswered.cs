using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Endpoints.Facts;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Rules.Contract;

/// <summary>BST2010: a row of the database that is sent as it is, alone, in a list or in what is around it.</summary>
internal sealed class EntityAnswered() : EndpointRule(RuleCatalog.EntityAnswered)
{
    private const int MaxDepth = 4;

    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        if (!context.Entities.MayExist) return;
        foreach (var answered in AnsweredValue.Of(endpoint, context))
            if (EntityIn(ResultStatus.Awaited(answered.Value.Type), context, 0) is { } entity)
                context.Report(this, answered.Syntax, ImmutableDictionary<string, string?>.Empty, context.Describe(endpoint), entity.Name);
    }

    // Order, List<Order>, ApiResponse<Order>, PagedList<Order>, new { orders, total }
    private static ITypeSymbol? EntityIn(ITypeSymbol? type, EndpointContext context, int depth)
    {
        if (type is null || depth > MaxDepth) return null;
        if (type is IArrayTypeSymbol array) return EntityIn(array.ElementType, context, depth + 1);
        if (type is not INamedTypeSymbol { TypeKind: not TypeKind.Delegate } named || named.SpecialType == SpecialType.System_String) return null;
        if (context.Entities.Include(named, context.Cancellation)) return named;
        var parts = named.IsAnonymousType ? named.GetMembers().OfType<IPropertySymbol>().Select(property => property.Type) : named.TypeArguments.Where(argument => Shows(named, argument));
        return parts.Select(part => EntityIn(part, context, depth + 1)).FirstOrDefault(found => found is not null);
    }

    // A type argument may say how something is done, and be in nothing that is sent.
    private static bool Shows(INamedTypeSymbol type, ITypeSymbol argument) => type.AllInterfaces.Append(type).Any(one => one is { Name: "IEnumerable" or "IAsyncEnumerable" })
        || type.GetMembers().OfType<IPropertySymbol>().Any(property => property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false } && (AspNet.Same(property.Type, argument) || property.Type is INamedTypeSymbol { TypeArguments: var inner } && inner.Any(one => AspNet.Same(one, argument))));
}
