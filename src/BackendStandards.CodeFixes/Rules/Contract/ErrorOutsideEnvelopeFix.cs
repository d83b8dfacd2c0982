using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Contract;
using BackendStandards.CodeFixes.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.CodeFixes.Rules.Contract;

/// <summary>Fixes BST2003 and BST2091: puts the text of a failure into the error format, under the code of its status.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ErrorOutsideEnvelopeFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Fail in the error format", "BST2003.Wrap", static (document, node, _, cancellation) => ApplyAsync(document, node, cancellation));

    // What a call of TypedResults or Results becomes, and the type that it has then.
    private static readonly ImmutableDictionary<string, (string Call, string Type)> Results = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["BadRequest"] = ("ValidationFailed({0})", "ApiValidationFailed"),
        ["NotFound"] = ("NotFound({0})", "ApiNotFound"),
        ["Conflict"] = ("Conflict(message: {0})", "ApiConflict"),
        ["UnprocessableEntity"] = ("Fail(422, ErrorCodes.ValidationError, {0})", "ApiFailed"),
        ["InternalServerError"] = ("Fail(500, ErrorCodes.InternalError, {0})", "ApiFailed"),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.ErrorOutsideEnvelope.Id, RuleCatalog.ErrorTextLost.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.All;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> ApplyAsync(Document document, SyntaxNode node, CancellationToken cancellation)
    {
        if (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model || EnvelopeEdit.FunctionOf(node) is not { } function) return null;
        var replacements = new Dictionary<SyntaxNode, SyntaxNode>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var returned in ReturnedResult.ReturnedBy(function))
        {
            if (ProblemOf(returned, model, cancellation) is var (problem, name))
            {
                names.Add(name);
                replacements[returned] = problem;
                continue;
            }
            // Only a text is a message: what else was sent has to be looked at by somebody.
            if (ReturnedResult.Read(returned, model.GetOperation(returned, cancellation)) is not { Value.Expression: { } text, ValueType.SpecialType: SpecialType.System_String } result
                || ErrorOutsideEnvelope.CodeOf(result, syntax => model.GetOperation(syntax, cancellation)) is not { } code) continue;
            if (result.InController) replacements[text] = EnvelopeEdit.Parse($"ApiResponse.Fail(ErrorCodes.{code}, {text.WithoutTrivia()})");
            else if (Results.TryGetValue(result.Method.Name, out var call) && result.Call.ArgumentList.Arguments.Count == 1)
            {
                names.Add(result.Method.Name);
                replacements[returned] = EnvelopeEdit.Parse("ApiResults." + string.Format(System.Globalization.CultureInfo.InvariantCulture, call.Call, text.WithoutTrivia()));
            }
        }
        return await EnvelopeEdit.ApplyAsync(document, function, replacements, type => EnvelopeEdit.Renamed(type, Rename), cancellation).ConfigureAwait(false);

        TypeSyntax? Rename(SimpleNameSyntax name) =>
            name is IdentifierNameSyntax { Identifier.ValueText: "ProblemHttpResult" } && names.Contains("Problem") ? SyntaxFactory.IdentifierName("ApiFailed") :
            name is GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } arguments } && arguments[0].ToString() == "string" && names.Contains(name.Identifier.ValueText)
                ? SyntaxFactory.IdentifierName(Results[name.Identifier.ValueText].Type)
                : null;
    }

    // Problem("text", statusCode: 409), and nothing besides.
    private static (ExpressionSyntax Failure, string Name)? ProblemOf(ExpressionSyntax returned, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetOperation(returned, cancellation) is not IInvocationOperation call || ReturnedResult.Read(returned, call) is not { Method.Name: "Problem" } result) return null;
        var given = call.Arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit).ToDictionary(argument => argument.Parameter!.Name);
        if (!given.TryGetValue("detail", out var detail) || given.Keys.Any(name => name is not ("detail" or "statusCode")) || detail.Syntax is not ArgumentSyntax { Expression: { } text } || detail.Value.ConstantValue is { HasValue: true, Value: null }) return null;
        var status = 500;
        if (given.TryGetValue("statusCode", out var code))
        {
            if ((code.Value is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : code.Value).ConstantValue is not { HasValue: true, Value: int number }) return null;
            status = number;
        }
        if (status is < 400 or >= 600) return null;
        var written = code?.Syntax is ArgumentSyntax argument ? argument.Expression.WithoutTrivia().ToString() : "500";
        return (EnvelopeEdit.Parse(result.InController
            ? $"StatusCode({written}, ApiResponse.Fail(ErrorCodes.{ErrorOutsideEnvelope.CodeOf(status)}, {text.WithoutTrivia()}))"
            : $"ApiResults.Fail({written}, ErrorCodes.{ErrorOutsideEnvelope.CodeOf(status)}, {text.WithoutTrivia()})"), "Problem");
    }
}
