using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Contract;
using BackendStandards.CodeFixes.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Contract;

/// <summary>Fixes BST2001: puts what a handler answers with into the envelope, all of its successes at once, and its declared types along with it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ResponseOutsideEnvelopeFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Answer in the response format", "BST2001.Wrap", static (document, node, finding, cancellation) => ApplyAsync(document, node, finding, cancellation));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.ResponseOutsideEnvelope.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.All;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> ApplyAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        if (finding.Properties.ContainsKey(NoResponseFormat.Unchosen)) return null;
        if (finding.Properties.TryGetValue(ResponseOutsideEnvelope.Plain, out var factory) && factory is not null) return await PlainReturn.WrapAsync(document, node, factory, cancellation).ConfigureAwait(false);
        if (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model || EnvelopeEdit.FunctionOf(node) is not { } function) return null;
        var replacements = new Dictionary<SyntaxNode, SyntaxNode>();
        var inController = false;
        foreach (var returned in ReturnedResult.ReturnedBy(function))
        {
            if (ReturnedResult.Read(returned, model.GetOperation(returned, cancellation)) is not { } result)
            {
                // A value that becomes an ActionResult by itself would not any more.
                if (model.GetTypeInfo(returned, cancellation) is { Type: { } type, ConvertedType.Name: "ActionResult" } && ResponseOutsideEnvelope.IsBare(type) && !IsResult(type))
                    replacements[returned] = EnvelopeEdit.Parse($"ApiResponse.Ok({returned.WithoutTrivia()})");
                continue;
            }
            if (!ResponseOutsideEnvelope.Successes.Contains(result.Method.Name) || result.Value is not { } value || !ResponseOutsideEnvelope.IsBare(result.ValueType)) continue;
            var data = DataOf(value.Expression, result.ValueType!);
            if (data is null) return null;
            if (result.InController)
            {
                inController = true;
                replacements[value.Expression] = EnvelopeEdit.Parse($"ApiResponse.Ok({data})");
            }
            else if (result.Method.Name == "Ok") replacements[returned] = EnvelopeEdit.Parse($"ApiResults.Ok({data})");
            else if (result.Method.Name == "Created" && result.Call.ArgumentList.Arguments is { Count: 2 } arguments && arguments[0].NameColon is null && result.Method.Parameters[0].Type.SpecialType == SpecialType.System_String)
                replacements[returned] = EnvelopeEdit.Parse($"ApiResults.Created({arguments[0].Expression.WithoutTrivia()}, {data})");
            else return null;
        }
        return await EnvelopeEdit.ApplyAsync(document, function, replacements, type => inController || replacements.Keys.Any(IsPlain) ? Action(type, model, cancellation) : Handler(type), cancellation).ConfigureAwait(false);

        bool IsPlain(SyntaxNode replaced) => replacements[replaced].ToString().StartsWith("ApiResponse", StringComparison.Ordinal);
    }

    // ActionResult<T> to ActionResult<ApiResponse<T>>.
    private static TypeSyntax Action(TypeSyntax type, SemanticModel model, CancellationToken cancellation) =>
        EnvelopeEdit.Awaited(type) is GenericNameSyntax { Identifier.ValueText: "ActionResult", TypeArgumentList.Arguments: { Count: 1 } arguments }
        && arguments[0] is var data && model.GetTypeInfo(data, cancellation).Type is { } symbol && ResponseOutsideEnvelope.IsBare(symbol)
            ? type.ReplaceNode(data, EnvelopeEdit.Wrapped(data))
            : type;

    // Ok<T> to ApiOk<T>, at any depth.
    private static TypeSyntax Handler(TypeSyntax type) => EnvelopeEdit.Renamed(type, static name => name is GenericNameSyntax { Identifier.ValueText: "Ok" or "Created" } generic
        ? Microsoft.CodeAnalysis.CSharp.SyntaxFactory.ParseTypeName("Api" + generic.WithoutTrivia())
        : null);

    // { success = true, data = x } says what the envelope says: x is the data. What says more is kept as it is.
    private static string? DataOf(ExpressionSyntax value, ITypeSymbol type)
    {
        if (!type.IsAnonymousType || value is not AnonymousObjectCreationExpressionSyntax created || !type.GetMembers("success").Any()) return value.WithoutTrivia().ToString();
        var data = created.Initializers.FirstOrDefault(member => NameOf(member) == "data");
        return data is not null && created.Initializers.All(member => NameOf(member) is "success" or "data") ? data.Expression.WithoutTrivia().ToString() : null;
    }

    private static string? NameOf(AnonymousObjectMemberDeclaratorSyntax member) => member.NameEquals?.Name.Identifier.ValueText ?? (member.Expression as IdentifierNameSyntax)?.Identifier.ValueText;

    private static bool IsResult(ITypeSymbol type) => type.Name.EndsWith("Result", StringComparison.Ordinal) || type.AllInterfaces.Any(face => face.Name is "IActionResult" or "IResult");
}
