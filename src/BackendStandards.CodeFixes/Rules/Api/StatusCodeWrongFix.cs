using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Rules.Api;
using BackendStandards.CodeFixes.Input;
using BackendStandards.CodeFixes.Rules.Security;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Api;

/// <summary>BST1024: says a status code by name: <c>NotFound(x)</c> where there is such a result, else <c>StatusCodes.Status404NotFound</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class StatusCodeWrongFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Say the status code by name", "BST1024.Name", EditAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.StatusCodeWrong.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.All;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        if (!finding.Properties.ContainsKey(StatusCodeWrong.IsSpelling) || node is not LiteralExpressionSyntax { Token.Value: int number } literal
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model) return null;
        if (literal.Parent?.Parent?.Parent is InvocationExpressionSyntax call && Renamed(call, literal, number, model, cancellation) is { } renamed
            && await CheckedEdit.ReplaceAsync(document, call, renamed, [], cancellation).ConfigureAwait(false) is { } changed) return changed;
        var name = model.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Http.StatusCodes")?.GetMembers().OfType<IFieldSymbol>()
            .FirstOrDefault(field => field is { HasConstantValue: true, ConstantValue: int value } && value == number)?.Name;
        return name is null ? null : await CheckedEdit.ReplaceAsync(document, literal, SyntaxFactory.ParseExpression("StatusCodes." + name), ["Microsoft.AspNetCore.Http"], cancellation).ConfigureAwait(false);
    }

    // A typed result is another type, which the rest of the handler may not expect: there the number alone is named.
    private static InvocationExpressionSyntax? Renamed(InvocationExpressionSyntax call, LiteralExpressionSyntax literal, int number, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol { Name: "StatusCode", ContainingType.Name: "ControllerBase" or "Controller" or "Results" }) return null;
        var arguments = call.ArgumentList.Arguments;
        var rest = arguments.Where(argument => argument.Expression != literal).ToList();
        if (rest.Count > 1 || rest.Exists(argument => argument.NameColon is not null) || StatusNames.FactoryOf(number, rest.Count == 1) is not { } factory) return null;
        // BadRequest has an overload for it, with another body.
        if (rest.Exists(argument => Symbols.Derives(model.GetTypeInfo(argument.Expression, cancellation).Type, "ModelStateDictionary"))) return null;
        var name = call.Expression is MemberAccessExpressionSyntax access ? access.Name : call.Expression as SimpleNameSyntax;
        if (name is null) return null;
        var list = call.ArgumentList.WithArguments(SyntaxFactory.SeparatedList(rest.Select(argument => argument.WithoutLeadingTrivia())));
        return call.ReplaceNode(name, SyntaxFactory.IdentifierName(factory).WithTriviaFrom(name)).WithArgumentList(list);
    }
}
