using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Roslyn;
using BackendStandards.Analyzers.Secrets;
using BackendStandards.Analyzers.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BackendStandards.CodeFixes.Rules.Contract;

/// <summary>Writes a type of the API's own beside an entity: a record with the plain members, and the way from one to the other.</summary>
internal static class EntityContract
{
    private static readonly SymbolDisplayFormat Types = SymbolDisplayFormat.MinimallyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal) { "Guid", "DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan", "Uri" };

    // What the server decides, or somebody who may.
    private static readonly string[] Decided =
        ["Admin", "Role", "Owner", "Tenant", "Created", "Updated", "Modified", "Deleted", "Verified", "Confirmed", "Approved", "Balance", "RowVersion", "ConcurrencyStamp", "SecurityStamp", "NormalizedEmail", "NormalizedUserName"];

    /// <summary>The plain members of an entity that may be shown: no secrets, and no other rows.</summary>
    public static IReadOnlyList<IPropertySymbol> Shown(INamedTypeSymbol entity) => [.. Members(entity).Where(property => property.GetMethod is { DeclaredAccessibility: Accessibility.Public } && !IsSecret(property.Name) && !Has(property, "JsonIgnoreAttribute"))];

    /// <summary>The plain members of an entity that a caller may fill: no key, and nothing that the server decides.</summary>
    public static IReadOnlyList<IPropertySymbol> Filled(INamedTypeSymbol entity) => [.. Members(entity).Where(property =>
        property.SetMethod is { DeclaredAccessibility: Accessibility.Public } && property.Name != "Id" && property.Name != entity.Name + "Id" && !Has(property, "KeyAttribute") && !Has(property, "TimestampAttribute")
        && !IsSecret(property.Name) && !Decided.Any(word => property.Name.IndexOf(word, StringComparison.Ordinal) >= 0))];

    /// <summary>A record of some members, with a body; constraints go along where the caller fills it.</summary>
    public static string Write(string name, INamedTypeSymbol entity, IReadOnlyList<IPropertySymbol> members, bool withConstraints, string body, SemanticModel model, int position)
    {
        var accessibility = entity.DeclaredAccessibility == Accessibility.Public ? "public" : "internal";
        return $"{accessibility} sealed record {name}({string.Join(", ", members.Select(member => (withConstraints ? Constraints(member) : "") + $"{member.Type.ToMinimalDisplayString(model, position, Types)} {member.Name}"))})\n{{\n    {body}\n}}";
    }

    /// <summary>The document with texts replaced and a type added behind the others; null where the result would not compile.</summary>
    public static async Task<Document?> ApplyAsync(Document document, SyntaxNode function, IEnumerable<TextChange> changes, string? declaration, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not CompilationUnitSyntax root || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } before) return null;
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var all = changes.ToList();
        if (declaration is not null) all.Add(Addition(root, function, declaration));
        var changed = document.WithText(text.WithChanges(all.OrderBy(change => change.Span.Start)));
        if (await changed.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } after) return null;
        return after.GetDiagnostics(null, cancellation).Count(IsError) <= before.GetDiagnostics(null, cancellation).Count(IsError) ? changed : null;
    }

    // A hash may stand in a log, and is still nobody's business.
    private static bool IsSecret(string name) => SensitiveNames.IsSensitive(name) || Words.Split(name).Any(word => word is "password" or "hash" or "salt" or "secret" or "stamp");

    private static bool IsError(Diagnostic fault) => fault.Severity == DiagnosticSeverity.Error;

    private static TextChange Addition(CompilationUnitSyntax root, SyntaxNode function, string declaration)
    {
        var lineEnd = LineBreaks.Of(root).ToString();
        var space = function.FirstAncestorOrSelf<NamespaceDeclarationSyntax>();
        var last = space?.Members.Last() ?? root.Members.Last() switch { FileScopedNamespaceDeclarationSyntax file => file.Members.Last(), var member => member };
        var indent = space is null ? "" : last.GetLeadingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).ToString();
        return new(new TextSpan(last.Span.End, 0), lineEnd + lineEnd + string.Join(lineEnd, declaration.Split('\n').Select(line => indent + line)));
    }

    private static IEnumerable<IPropertySymbol> Members(INamedTypeSymbol entity)
    {
        var chain = new Stack<INamedTypeSymbol>();
        for (var type = entity; type is { SpecialType: SpecialType.None }; type = type.BaseType) chain.Push(type);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in chain)
            foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
                if (property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public } && IsPlain(property.Type) && seen.Add(property.Name)) yield return property;
    }

    private static bool IsPlain(ITypeSymbol type)
    {
        type = Symbols.WithoutNullable(type);
        return type.TypeKind == TypeKind.Enum || type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_String or SpecialType.System_DateTime || (Plain.Contains(type.Name) && type.ContainingNamespace?.Name == "System");
    }

    private static bool Has(IPropertySymbol property, string attribute) => property.GetAttributes().Any(one => one.AttributeClass?.Name == attribute);

    private static string Constraints(IPropertySymbol member)
    {
        var written = member.GetAttributes().Where(ModelConstraints.IsConstraint).Select(attribute => attribute.ApplicationSyntaxReference?.GetSyntax().ToString()).Where(text => text is not null).ToList();
        return written.Count == 0 ? "" : $"[{string.Join(", ", written)}] ";
    }
}
