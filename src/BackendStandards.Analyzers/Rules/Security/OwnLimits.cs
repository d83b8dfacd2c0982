using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>What limits callers besides the framework's policies: other libraries, own middleware and filters, the lockout of accounts; and the policies that there are.</summary>
internal sealed class OwnLimits
{
    private static readonly string[] OtherLimiters = ["UseIpRateLimiting", "UseClientRateLimiting", "AddFluidThrottle", "AddRateLimiting"];
    private static readonly string[] PolicyCalls = ["AddFixedWindowLimiter", "AddSlidingWindowLimiter", "AddTokenBucketLimiter", "AddPolicy"];
    private static readonly string[] LimiterWords = ["RateLimit", "Limiter", "Throttl", "Lockout", "LockedOut", "AccessFailed", "FailedAttempt"];
    private static readonly string[] CredentialWords = ["auth", "login", "signin", "sign-in", "credential", "password", "account"];

    private readonly bool _isUnseen;
    private readonly bool _locksAccounts;

    public OwnLimits(EndpointModel model, CancellationToken cancellation)
    {
        var (code, hosting) = (model.Code, model.Hosting);
        _isUnseen = OtherLimiters.Any(name => code.TreesWith(name, cancellation).Any())
            || hosting.MayHoldMore(HostSide.Pipeline, cancellation)
            || hosting.HostCalls("UseMiddleware", cancellation).Any(call => call.Call.TargetMethod.TypeArguments.Any(type => LimiterWords.Any(word => Has(type.Name, word))));
        _locksAccounts = code.TreesWith("AccessFailedAsync", cancellation).Any()
            || code.TreesWith("lockoutOnFailure", cancellation).Any(tree => tree.GetRoot(cancellation).DescendantNodes().Any(node => node is ArgumentSyntax { NameColon.Name.Identifier.ValueText: "lockoutOnFailure", Expression.RawKind: not (int)SyntaxKind.FalseLiteralExpression }))
            || new[] { "PasswordSignInAsync", "CheckPasswordSignInAsync" }.Any(name => hosting.CallsOf(name, cancellation).Any(call => AspNet.Argument(call, "lockoutOnFailure") is { ConstantValue: not { HasValue: true, Value: false } }));
        PolicyForCredentials = hosting.Uses("UseRateLimiter", cancellation) == Answer.Yes ? PolicyOf(hosting, cancellation) : null;
    }

    /// <summary>The policy whose name says that it is for this, or the only one; null where none is seen to be in use.</summary>
    public string? PolicyForCredentials { get; }

    /// <summary>Whether something else may limit an endpoint.</summary>
    public bool MayLimit(Endpoint endpoint, CredentialEndpointKind kind, CancellationToken cancellation) =>
        _isUnseen || (_locksAccounts && kind == CredentialEndpointKind.SignIn)
        || endpoint.Filters(cancellation).Any(filter => filter is null || LimiterWords.Any(word => Has(filter.Name, word)))
        || endpoint.Handler?.DeclaringSyntaxReferences.Any(reference => SpeaksOfLimits(reference.GetSyntax(cancellation))) == true
        || new ISymbol?[] { endpoint.Handler, endpoint.Controller }.OfType<ISymbol>().SelectMany(symbol => symbol.GetAttributes()).Any(attribute => attribute.AttributeClass is { } type && !AspNet.IsKnown(type) && LimiterWords.Any(word => Has(type.Name, word)));

    private static bool SpeaksOfLimits(SyntaxNode handler) =>
        handler.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && LimiterWords.Any(word => Has(token.ValueText, word)) && token.Parent?.FirstAncestorOrSelf<AttributeSyntax>() is null);

    private static string? PolicyOf(HostingModel hosting, CancellationToken cancellation)
    {
        var names = PolicyCalls.SelectMany(name => hosting.CallsOf(name, cancellation)).Where(IsOfLimiter)
            .Select(call => AspNet.Argument(call, "policyName")?.ConstantValue is { HasValue: true, Value: string name } ? name : null).ToList();
        var fitting = names.OfType<string>().Where(name => CredentialWords.Any(word => Has(name, word))).OrderBy(name => name, StringComparer.Ordinal).FirstOrDefault();
        return fitting ?? (names.Count == 1 ? names[0] : null);
    }

    private static bool IsOfLimiter(IInvocationOperation call) => AspNet.ReceiverOf(call)?.Type?.Name == "RateLimiterOptions";

    private static bool Has(string name, string word) => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
}
