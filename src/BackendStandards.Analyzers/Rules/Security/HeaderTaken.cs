using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Configuration;
using BackendStandards.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>BST3071: a header that says who calls, or from where, and that is believed.</summary>
internal sealed class HeaderTaken() : HostRule(RuleCatalog.IdentityFromClient, "Headers", "GetTypedHeaders")
{
    public static readonly Option<ImmutableHashSet<string>> TrustedHeaders = Option.List(
        "bst3071.trusted_headers", "Headers that a gateway in front sets itself, and takes out of what callers send; `*` for all.");

    private const string Forwarded = "X-Forwarded-For";

    // The caller is known by other means, and the header checked against them.
    private static readonly string[] Checks = ["Claims", "FindFirst", "FindFirstValue", "ClaimsPrincipal", "IsAuthenticated", "IsInRole", "AuthorizeAsync", "FixedTimeEquals", "HMACSHA256", "ApiKey", "Signature"];

    public override void Check(HostContext context)
    {
        var trusted = context.Read(TrustedHeaders);
        if (trusted.Contains("*")) return;
        foreach (var node in context.Nodes("Headers"))
        {
            if ((node.Parent is MemberAccessExpressionSyntax access && access.Name == node ? access : node.Parent is MemberBindingExpressionSyntax bound ? bound : node) is not ExpressionSyntax headers
                || headers.Parent is not ({ } around and (ElementAccessExpressionSyntax or MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } or ConditionalAccessExpressionSyntax))) continue;
            var read = around is ElementAccessExpressionSyntax ? around : around.Parent!;
            if (NameIn(read) is not { } written || context.At(read) is not { } operation || !IsOfRequest(operation) || new Values(context.Model.Code, context.Cancellation).Text(written(operation)!, Context.Empty) is not { } name || trusted.Contains(name)) continue;
            if (name.Equals(Forwarded, StringComparison.OrdinalIgnoreCase)) CheckAddress(context, read, operation);
            else if (ClientIdentity.OfHeader(name) is { } kind && !IsChecked(read) && UseOf(operation, context) is not null) Report(context, read, name, kind);
        }
    }

    private void Report(HostContext context, SyntaxNode read, string header, string kind) => context.Report(this, read, DiagnosticSeverity.Warning,
        kind == "the user" && read is ElementAccessExpressionSyntax ? ImmutableDictionary<string, string?>.Empty.Add(IdentityFromClient.IsUser, "") : null, $"The header '{header}'", kind, kind == "the role" ? "ask the signed-in user for it" : "take it from the claims of the signed-in user");

    // Without the middleware nobody has looked at who wrote the header.
    private void CheckAddress(HostContext context, SyntaxNode read, IOperation operation)
    {
        if (context.Model.Code.Compilation.GetEntryPoint(context.Cancellation) is null || context.Hosting.Uses("UseForwardedHeaders", context.Cancellation) != Answer.No
            || context.Hosting.MayHoldMore(HostSide.Services, context.Cancellation) // A start-up filter among the services can use it too.
            || context.Model.Code.WrittenTreesWith("ForwardedHeadersOptions", context.Cancellation).Any() || IsShownOnly(operation)) return;
        context.Report(this, read, DiagnosticSeverity.Warning, null, $"The header '{Forwarded}'", "the client's address", "use UseForwardedHeaders with the proxies that you know, and Connection.RemoteIpAddress");
    }

    // Request.Headers["X-User-Id"], Request.Headers.TryGetValue("X-User-Id", out var id)
    private static Func<IOperation, IOperation?>? NameIn(SyntaxNode read) => read switch
    {
        ElementAccessExpressionSyntax { ArgumentList.Arguments.Count: 1 } element when IsName(element.ArgumentList.Arguments[0]) => static operation => operation is IPropertyReferenceOperation { Arguments: { Length: 1 } indexed } ? indexed[0].Value : null,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TryGetValue" or "GetCommaSeparatedValues" } } call when call.ArgumentList.Arguments.Count > 0 && IsName(call.ArgumentList.Arguments[0]) => static operation => operation is IInvocationOperation invoked ? AspNet.Argument(invoked, "key") : null,
        _ => null,
    };

    private static bool IsName(ArgumentSyntax argument) => argument.Expression is LiteralExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax;

    private static bool IsOfRequest(IOperation operation)
    {
        var headers = operation is IPropertyReferenceOperation indexed ? indexed.Instance : operation is IInvocationOperation call ? AspNet.ReceiverOf(call) : null;
        return headers is not null && Values.Unwrap(headers) is IPropertyReferenceOperation { Property: { Name: "Headers", ContainingType.Name: "HttpRequest" } property } && AspNet.IsKnown(property)
            && (operation is not IPropertyReferenceOperation || operation.Parent is not ISimpleAssignmentOperation write || write.Target != operation);
    }

    private static IOperation? UseOf(IOperation operation, HostContext context) => operation is IInvocationOperation { TargetMethod.Name: "TryGetValue" } call
        ? AspNet.Argument(call, "value") is { } value && ClientIdentity.LocalOf(value) is { } local ? ClientIdentity.UseOf(local, operation, context.Model.Code, context.Cancellation, 0) : null
        : ClientIdentity.UseOf(operation, context.Model.Code, context.Cancellation);

    private static bool IsChecked(SyntaxNode read) => read.FirstAncestorOrSelf<SyntaxNode>(static up => up is MemberDeclarationSyntax and not GlobalStatementSyntax or AnonymousFunctionExpressionSyntax { Parent: ArgumentSyntax }) is { } function
        && function.DescendantTokens().Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && Checks.Contains(token.ValueText));

    // For a log or a page for people the address need not be true.
    private static bool IsShownOnly(IOperation operation)
    {
        for (var up = operation.Parent; up is not null; up = up.Parent)
            if (up is IInvocationOperation { TargetMethod.Name: var name } && (name.StartsWith("Log", StringComparison.Ordinal) || name is "Information" or "Debug" or "Warning" or "WriteLine" or "SetTag" or "BeginScope" or "PushProperty")
                || up is IAnonymousObjectCreationOperation or IInterpolatedStringOperation or IBinaryOperation) return true;
        return false;
    }
}
