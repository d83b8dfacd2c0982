using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Configuration;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Endpoints.Facts;
using BackendStandards.Analyzers.Queries;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>BST1040: a GET endpoint that answers with all rows of a query, and takes nothing that could say which of them.</summary>
internal sealed class ListWithoutPaging() : EndpointRule(RuleCatalog.ListWithoutPaging)
{
    public static readonly Option<ImmutableHashSet<string>> Lookups = Option.List(
        "bst1040.lookups", "Kinds of things of which there are few, in the plural: their lists need no pages.",
        "types", "brands", "categories", "countries", "roles", "currencies", "languages", "cultures", "permissions", "statuses", "units", "settings");

    private static readonly ImmutableHashSet<string> PagingWords = ImmutableHashSet.Create(StringComparer.Ordinal,
        "page", "paging", "pagination", "pager", "limit", "take", "top", "offset", "skip", "cursor", "after", "before", "continuation", "start", "size", "count", "first", "last");

    private static readonly ImmutableHashSet<string> Streams = ImmutableHashSet.Create(StringComparer.Ordinal, "export", "exports", "download", "downloads", "stream", "streaming", "feed", "sitemap", "dump", "backup");

    private static readonly ImmutableHashSet<string> Attributes = ImmutableHashSet.Create(StringComparer.Ordinal, "EnableQueryAttribute", "UsePagingAttribute", "UseOffsetPagingAttribute");

    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        var cancellation = context.Cancellation;
        if (endpoint.Kind is not (EndpointKind.Minimal or EndpointKind.Controller) || endpoint.Handler is not { } handler || endpoint.Verbs(cancellation) is not { Count: > 0 } verbs || !verbs.Contains("GET")) return;
        // A handler that cannot query is not bound for this.
        if (!context.RememberForAll(this, nameof(QueryNames), () => QueryNames.AreReferenced(context.Model.Code.Compilation))) return;
        var answers = AnsweredValue.Of(endpoint, context).Where(answer => ElementOf(ResultStatus.Awaited(answer.Value.Type)) is not null).ToList();
        if (answers.Count == 0 || IsPaged(endpoint, cancellation) || IsMarked(handler) || (endpoint.Controller is { } controller && IsMarked(controller))) return;
        var lookups = context.Read(Lookups);
        var segments = endpoint.Route(cancellation).Segments;
        if (segments.Any(segment => Words.Split(segment).Any(Streams.Contains)) || segments.LastOrDefault(segment => segment.IndexOf('{') < 0) is { } last && IsLookup(last, lookups)) return;
        var isNested = endpoint.Route(cancellation).ParameterNames.Any(static name => !name.Equals("version", StringComparison.OrdinalIgnoreCase));
        foreach (var answer in answers)
        {
            if (context.HasReported(this, answer.Syntax)) continue;
            var rows = new RowSources(context.Model.Code, true, cancellation).Of(answer.Value);
            if (!rows.IsSeen || RowLimit.Bounds(rows, isNested, context.Model.Code, cancellation)) continue;
            if (rows.Origins.Select(QueryNames.EntityOf).Append(ElementOf(ResultStatus.Awaited(answer.Value.Type))).Any(type => type is not null && IsLookup(type.Name, lookups))) continue;
            context.Report(this, answer.Syntax, ImmutableDictionary<string, string?>.Empty, context.Describe(endpoint));
        }
    }

    // What is not seen may hold the page; the ids that are asked for bound a list as well.
    private static bool IsPaged(Endpoint endpoint, CancellationToken cancellation)
    {
        foreach (var parameter in endpoint.Parameters(cancellation))
        {
            if (parameter.Source is BindingSource.Services or BindingSource.Special) continue;
            // A text or number of the route or the query, whichever: its name tells.
            if (parameter.Source is BindingSource.Custom or BindingSource.Header || (parameter.Source == BindingSource.Unknown && !BindingTypes.IsParsable(parameter.Type)) || IsPaging(parameter.Name) || ElementOf(parameter.Type) is not null || parameter.Type.Name == "StringValues") return true;
            if (parameter.Source == BindingSource.Route || parameter.Type.SpecialType != SpecialType.None) continue;
            for (var type = parameter.Type; type is { SpecialType: SpecialType.None }; type = type.BaseType)
                if (type.GetMembers().OfType<IPropertySymbol>().Any(property => IsPaging(property.Name) || ElementOf(property.Type) is not null || Words.Split(property.Type.Name).Any(PagingWords.Contains)))
                    return true;
        }
        return false;
    }

    private static bool IsPaging(string name) => Words.Split(name).Any(PagingWords.Contains);

    private static bool IsMarked(ISymbol symbol) => Symbols.InheritedAttributes(symbol).Any(attribute => Attributes.Contains(attribute.AttributeClass?.Name ?? ""));

    // CatalogBrand and BrandDto are both a brand.
    private static bool IsLookup(string name, ImmutableHashSet<string> lookups)
    {
        var words = Words.Split(name).Where(word => word is not ("dto" or "response" or "model" or "view" or "entity")).ToList();
        return words.Count > 0 && (words.Exists(word => word is "lookup" or "lookups" or "enum" or "enums") || Plurals(words[words.Count - 1]).Any(lookups.Contains));
    }

    private static IEnumerable<string> Plurals(string word) => [word, word + "s", word + "es", word.EndsWith("y", StringComparison.Ordinal) ? word.Substring(0, word.Length - 1) + "ies" : word];

    /// <summary>What a list is of; null for what is no list: texts, bytes, dictionaries.</summary>
    private static ITypeSymbol? ElementOf(ITypeSymbol? type)
    {
        if (type is IArrayTypeSymbol { ElementType: var element }) return element.SpecialType == SpecialType.System_Byte ? null : element;
        if (type is not INamedTypeSymbol { SpecialType: not SpecialType.System_String } named) return null;
        var sequence = new[] { named }.Concat(named.AllInterfaces).FirstOrDefault(one => one is { Name: "IEnumerable" or "IAsyncEnumerable", TypeArguments.Length: 1 });
        return sequence?.TypeArguments[0] is { Name: not "KeyValuePair" } row ? row : null;
    }
}
