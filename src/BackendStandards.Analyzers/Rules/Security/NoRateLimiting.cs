using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Configuration;
using BackendStandards.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>BST3030: an application with endpoints that nothing limits. Reported once, where it is run.</summary>
internal sealed class NoRateLimiting() : HostRule(RuleCatalog.NoRateLimiting, Anchors)
{
    internal static readonly Option<RateLimitingPlace> Where = Option.Choice("rate_limiting", RateLimitingPlace.Application, "Where callers are limited: in the application, or by a gateway in front of it.");

    // Other libraries' limiters, and gateways that have one of their own.
    private static readonly string[] Others = ["UseIpRateLimiting", "UseClientRateLimiting", "AddIpRateLimiting", "AddFluidThrottle", "AddRateLimiting", "UseRateLimiting", "Throttle", "MapReverseProxy", "UseOcelot", "IPolicyEvaluator", "PartitionedRateLimiter", "RateLimitLease"];

    private static readonly string[] Words = ["RateLimit", "Throttl"];

    public override void Check(HostContext context)
    {
        if (context.Read(Where) == RateLimitingPlace.External || context.Anchor() is not InvocationExpressionSyntax anchor) return;
        var (hosting, cancellation) = (context.Hosting, context.Cancellation);
        if (hosting.Uses("UseRateLimiter", cancellation) != Answer.No || hosting.Registers("AddRateLimiter", cancellation) != Answer.No || Others.Any(name => context.Model.Code.WrittenTreesWith(name, cancellation).Any()) || LimitsItself(context) || !ApiEndpoints.Exist(context)) return;
        context.Report(this, anchor);
    }

    // By its name: a middleware, a filter or an extension of the application's own.
    private static bool LimitsItself(HostContext context) => context.Hosting.Startup(context.Cancellation).Calls.Any(static call =>
        call.Side != HostSide.Other && (Speaks(call.Name) || call.Call.TargetMethod.TypeArguments.Any(static type => Speaks(type.Name)) || call.Call.Arguments.Any(static argument => Values.Unwrap(argument.Value) is Microsoft.CodeAnalysis.Operations.ITypeOfOperation { TypeOperand.Name: var name } && Speaks(name))
            || (call.Name is "Use" or "UseWhen" && call.Call.Syntax.DescendantTokens().Any(static token => token.Value is 429 || token.ValueText is "Status429TooManyRequests" or "TooManyRequests"))));

    private static bool Speaks(string name) => Words.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
}
