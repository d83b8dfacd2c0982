using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>Finds the logger that code at a place can write to.</summary>
internal static class LoggerInScope
{
    /// <summary>Its name; null where there is none. Whether it can really be used there is seen when the outcome is compiled.</summary>
    public static string? Find(SyntaxNode place, SemanticModel model)
    {
        if (model.Compilation.GetTypeByMetadataName("Microsoft.Extensions.Logging.ILogger") is not { } logger) return null;
        var found = model.LookupSymbols(place.SpanStart).Where(symbol => TypeOf(symbol) is { } type && (SymbolEqualityComparer.Default.Equals(type, logger) || type.AllInterfaces.Contains(logger, SymbolEqualityComparer.Default)))
            .OrderBy(symbol => symbol is ILocalSymbol or IParameterSymbol ? 0 : 1).ThenBy(symbol => symbol.Name, StringComparer.Ordinal).FirstOrDefault();
        return found is null ? null : SyntaxFacts.GetKeywordKind(found.Name) == SyntaxKind.None ? found.Name : "@" + found.Name;
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol { IsImplicitlyDeclared: false } field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };
}
