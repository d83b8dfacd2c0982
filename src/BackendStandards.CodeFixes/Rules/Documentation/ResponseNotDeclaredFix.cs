using System.Collections.Immutable;
using System.Globalization;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Documentation;
using BackendStandards.CodeFixes.Input;
using BackendStandards.CodeFixes.Rules.Security;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Documentation;

/// <summary>BST8002: declares what the endpoint answers, and again what was assumed as long as nothing was declared.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ResponseNotDeclaredFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Declare the responses", "BST8002.Declare", EditAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.ResponseNotDeclared.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.All;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation) =>
        DocumentationEdit.ApplyAsync(document, node, finding, ResponseNotDeclared.Responses, DeclareAsync, cancellation);

    private static async Task<Document?> DeclareAsync(Document document, SyntaxNode place, string words, CancellationToken cancellation)
    {
        if (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model) return null;
        var responses = words.Split('\n').Select(line => line.Split('\t')).Select(parts => (Code: parts[0], Body: parts[1])).ToList();
        if (place is ExpressionSyntax call)
            return await MappingChain.AppendAsync(document, call, [.. responses.Select(response => CallFor(CodeFor(response.Code, model), response.Body))], ["Microsoft.AspNetCore.Http"], cancellation).ConfigureAwait(false);
        if (place is not MethodDeclarationSyntax action) return null;
        // Attributes with type arguments came with C# 11, those of ASP.NET Core with version 8.
        var isGeneric = model.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.ProducesResponseTypeAttribute`1") is not null && ((CSharpCompilation)model.Compilation).LanguageVersion >= LanguageVersion.CSharp11;
        MemberDeclarationSyntax changed = action;
        foreach (var (code, body) in responses) changed = Attributes.Add(changed, AttributeFor(code == ResponsesToDeclare.Default ? code : CodeFor(code, model), body, isGeneric));
        return await CheckedEdit.ReplaceAsync(document, action, changed, ["Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Mvc"], cancellation).ConfigureAwait(false);
    }

    private static string CallFor(string code, string body) => body switch
    {
        ResponsesToDeclare.Problem => $"ProducesProblem({code})",
        ResponsesToDeclare.Validation => code.EndsWith("400BadRequest", StringComparison.Ordinal) ? "ProducesValidationProblem()" : $"ProducesValidationProblem({code})",
        "" => $"Produces({code})",
        _ => code.EndsWith("200OK", StringComparison.Ordinal) ? $"Produces<{body}>()" : $"Produces<{body}>({code})",
    };

    private static string AttributeFor(string code, string body, bool isGeneric)
    {
        if (code == ResponsesToDeclare.Default) return "ProducesDefaultResponseType";
        var type = body switch { ResponsesToDeclare.Problem => "ProblemDetails", ResponsesToDeclare.Validation => "ValidationProblemDetails", _ => body };
        return type.Length == 0 ? $"ProducesResponseType({code})" : isGeneric ? $"ProducesResponseType<{type}>({code})" : $"ProducesResponseType(typeof({type}), {code})";
    }

    // By the name that the framework has for it.
    private static string CodeFor(string code, SemanticModel model) =>
        model.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Http.StatusCodes")?.GetMembers().OfType<IFieldSymbol>()
            .Where(field => field.ConstantValue is int number && number.ToString(CultureInfo.InvariantCulture) == code).OrderBy(field => field.Name.Length).FirstOrDefault() is { } named ? $"StatusCodes.{named.Name}" : code;
}
