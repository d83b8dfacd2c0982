using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>BST1024: a status code that is a bare number, that nobody has registered, or that says something else than what has happened.</summary>
internal sealed class StatusCodeWrong() : HostRule(RuleCatalog.StatusCodeWrong, "StatusCode", "Ok")
{
    /// <summary>The finding's property that is set where the number is right and only its spelling is not.</summary>
    public const string IsSpelling = nameof(IsSpelling);

    private static readonly ImmutableHashSet<string> Senders = ImmutableHashSet.Create(
        StringComparer.Ordinal, "ControllerBase", "Controller", "Results", "TypedResults", "HttpResponse", "ObjectResult", "JsonResult", "ContentResult");

    // What the caller did wrong, and not the server.
    private static readonly ImmutableHashSet<string> ClientFaults = ImmutableHashSet.Create(StringComparer.Ordinal, "ValidationException", "KeyNotFoundException", "ArgumentException");

    public override void Check(HostContext context)
    {
        foreach (var call in context.Calls("StatusCode"))
            if (Senders.Contains(call.TargetMethod.ContainingType.Name) && AspNet.Argument(call, "statusCode") is { } code) CheckNumber(Values.Unwrap(code), context);
        foreach (var (property, assignment) in context.Writes("StatusCode"))
            if (Senders.Contains(property.ContainingType.Name)) CheckNumber(Values.Unwrap(assignment.Value), context);
        foreach (var node in context.Nodes("Ok"))
            if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } syntax && CatchAround(syntax) is { Declaration.Identifier.ValueText: { Length: > 0 } exception }) CheckOk(syntax, exception, context);
    }

    private void CheckNumber(IOperation code, HostContext context)
    {
        if (code.ConstantValue is not { HasValue: true, Value: int number }) return;
        var isWritten = code.Syntax is LiteralExpressionSyntax or PrefixUnaryExpressionSyntax;
        if (CatchAround(code.Syntax) is { Declaration.Type: { } caught })
        {
            var fault = context.Model.Code.Model(caught.SyntaxTree).GetTypeInfo(caught, context.Cancellation).Type?.Name;
            if (number == 500 && fault is not null && ClientFaults.Contains(fault))
            {
                Report(code.Syntax, DiagnosticSeverity.Warning, $"500 says that the server failed, and '{fault}' that the request is wrong: answer {(fault == "KeyNotFoundException" ? "404" : "400")}", false, context);
                return;
            }
            if (number == 200 && isWritten)
            {
                Report(code.Syntax, DiagnosticSeverity.Warning, $"200 says that it worked, and '{fault ?? "an exception"}' was caught: answer with the status of the error", false, context);
                return;
            }
        }
        if (!isWritten) return;
        if (number is < 100 or > 599) Report(code.Syntax, DiagnosticSeverity.Warning, $"{number} is no HTTP status code, which are 100 to 599", false, context);
        else if (!StatusNames.IsRegistered(number)) Report(code.Syntax, DiagnosticSeverity.Info, $"{number} is a status code that nobody has registered: clients take it for {number / 100}00", false, context);
        else Report(code.Syntax, DiagnosticSeverity.Info, $"{number} is a number that a reader has to look up: say it by name", true, context);
    }

    // Ok(ex.Message): an error with an object of its own is for BST1023.
    private void CheckOk(InvocationExpressionSyntax syntax, string exception, HostContext context)
    {
        if (syntax.ArgumentList.Arguments is not { Count: 1 } arguments || !arguments[0].DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == exception)) return;
        if (context.At(syntax) is not IInvocationOperation { TargetMethod: { Name: "Ok" } method } call || !AspNet.IsKnown(method) || !Senders.Contains(method.ContainingType.Name)) return;
        if (call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "value") is not { } value || Values.Unwrap(value.Value).Type is not { } sent || !(sent.SpecialType == SpecialType.System_String || Symbols.Derives(sent, "Exception"))) return;
        Report(syntax, DiagnosticSeverity.Warning, $"200 says that it worked, and '{exception}' was caught: answer with the status of the error", false, context);
    }

    private void Report(SyntaxNode place, DiagnosticSeverity severity, string what, bool isSpelling, HostContext context) =>
        context.Report(this, place, severity, isSpelling ? ImmutableDictionary<string, string?>.Empty.Add(IsSpelling, "") : null, what);

    // Of the same function: what a lambda does later, the catch does not do.
    private static CatchClauseSyntax? CatchAround(SyntaxNode node)
    {
        for (var up = node.Parent; up is not null and not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax); up = up.Parent)
            if (up is CatchClauseSyntax caught) return caught;
        return null;
    }
}
