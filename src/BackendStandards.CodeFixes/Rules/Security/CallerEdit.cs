using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>Writes who is signed in, as the identifier in the claims, where something else stood.</summary>
internal static class CallerEdit
{
    private const string Claims = "System.Security.Claims";

    /// <summary>Replaces a value; null where the caller cannot be had there, or an identifier of the type not be made of a claim.</summary>
    public static Task<Document?> ReplaceAsync(Document document, SemanticModel model, ExpressionSyntax value, ITypeSymbol type, CancellationToken cancellation)
    {
        var identifier = Identifier(model, value, type, out var parameter);
        return identifier is null ? Task.FromResult<Document?>(null) : ApplyAsync(document, model, value.SpanStart, [new(value.Span, identifier)], parameter, cancellation);
    }

    /// <summary>The caller's identifier as an expression of a type, and the parameter that the handler needs for it, with its place.</summary>
    public static string? Identifier(SemanticModel model, SyntaxNode at, ITypeSymbol type, out TextChange? parameter)
    {
        parameter = null;
        if (UserAt(model, at, out parameter) is not { } user) return null;
        var text = $"{user}.FindFirstValue(ClaimTypes.NameIdentifier)!";
        type = Symbols.WithoutNullable(type);
        return type switch
        {
            { SpecialType: SpecialType.System_String } => text,
            { SpecialType: SpecialType.System_Int32 } => $"int.Parse({text}, CultureInfo.InvariantCulture)",
            { SpecialType: SpecialType.System_Int64 } => $"long.Parse({text}, CultureInfo.InvariantCulture)",
            { Name: "Guid", ContainingNamespace.Name: "System" } => $"Guid.Parse({text})",
            _ => null,
        };
    }

    /// <summary>Makes changes and adds the usings that claims need; null where the result would not compile.</summary>
    public static async Task<Document?> ApplyAsync(Document document, SemanticModel before, int position, IReadOnlyList<TextChange> changes, TextChange? parameter, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var all = parameter is { } added ? changes.Concat(new[] { added }) : changes;
        var changed = document.WithText(text.WithChanges(all.OrderBy(change => change.Span.Start)));
        if (await changed.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not CompilationUnitSyntax unit) return null;
        if (!CheckedEdit.IsImported(before, position, Claims)) unit = UsingDirectives.Add(unit, Claims);
        if (changes.Any(change => change.NewText?.Contains("CultureInfo") == true) && !CheckedEdit.IsImported(before, position, "System.Globalization")) unit = UsingDirectives.Add(unit, "System.Globalization");
        changed = changed.WithSyntaxRoot(unit);
        if (await changed.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } after) return null;
        return after.GetDiagnostics(null, cancellation).Count(IsError) <= before.GetDiagnostics(null, cancellation).Count(IsError) ? changed : null;
    }

    private static bool IsError(Diagnostic fault) => fault.Severity == DiagnosticSeverity.Error;

    // In a controller it is there; a handler is given it where it asks.
    private static string? UserAt(SemanticModel model, SyntaxNode at, out TextChange? parameter)
    {
        parameter = null;
        var inController = model.LookupSymbols(at.SpanStart, name: "User").OfType<IPropertySymbol>().Any(static user => user.Type.Name == "ClaimsPrincipal");
        if (inController) return "User";
        // The outermost one is what is mapped.
        var function = at.Ancestors().Where(static up => up is LocalFunctionStatementSyntax or MethodDeclarationSyntax or ParenthesizedLambdaExpressionSyntax { Parent: ArgumentSyntax }).LastOrDefault(static up => up is not MethodDeclarationSyntax)
            ?? at.FirstAncestorOrSelf<MethodDeclarationSyntax>();
        var list = function switch
        {
            LocalFunctionStatementSyntax local => local.ParameterList,
            ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList,
            MethodDeclarationSyntax method => method.ParameterList,
            _ => null,
        };
        if (list is null || !model.LookupSymbols(at.SpanStart, name: "user").IsEmpty || list.Parameters.Any(static one => one.Type is null)) return null;
        // Before what may be left out.
        var optional = list.Parameters.FirstOrDefault(static one => one.Default is not null || one.Modifiers.Any(SyntaxKind.ParamsKeyword) || one.Type!.ToString() is "CancellationToken");
        parameter = optional is not null ? new(new TextSpan(optional.SpanStart, 0), "ClaimsPrincipal user, ")
            : new(new TextSpan(list.CloseParenToken.SpanStart, 0), list.Parameters.Count == 0 ? "ClaimsPrincipal user" : ", ClaimsPrincipal user");
        return "user";
    }
}
