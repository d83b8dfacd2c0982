using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Hosting;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>BST3032: a rate limiter that is not used, has no such policy, answers with 503, allows everything, or does not know the endpoint yet.</summary>
internal sealed class RateLimiterMisconfigured() : HostRule(RuleCatalog.RateLimiterMisconfigured, "AddRateLimiter", "UseRateLimiter", "RequireRateLimiting", "EnableRateLimiting", "EnableRateLimitingAttribute", "PermitLimit", "TokenLimit")
{
    /// <summary>The finding's property that says what is missing.</summary>
    public const string Missing = nameof(Missing);

    /// <summary>The middleware is.</summary>
    public const string Use = nameof(Use);

    /// <summary>The status code is.</summary>
    public const string Status = nameof(Status);

    private static readonly string[] Limits = ["PermitLimit", "TokenLimit"];

    public override void Check(HostContext context)
    {
        foreach (var call in context.Calls("AddRateLimiter"))
            if (IsOfServices(call) && context.RunsOutsideDevelopment(call))
                CheckRegistration(context, call);
        foreach (var name in Limits)
            foreach (var (property, assignment) in context.Writes(name))
                if (property.ContainingType.Name.EndsWith("LimiterOptions", StringComparison.Ordinal) && Values.Unwrap(assignment.Value).ConstantValue.Value is int.MaxValue && context.RunsOutsideDevelopment(assignment))
                    context.Report(this, assignment.Value.Syntax, $"'{name}' allows everything: set how many requests a caller may send");
        foreach (var call in context.Calls("UseRateLimiter"))
            if (context.Hosting.StandsBefore("UseRateLimiter", "UseRouting", context.Cancellation) == Answer.Yes && RateLimitPolicies.AreAskedFor(context))
                context.Report(this, TreeIndex.NameOf((InvocationExpressionSyntax)call.Syntax), "'UseRateLimiter' stands before 'UseRouting', where no endpoint is chosen yet: the policies of endpoints have no effect. Move it behind");
        foreach (var (name, place) in RateLimitPolicies.AskedForIn(context))
            if (!WrittenPolicies.OfRateLimiting(context, place) && RateLimitPolicies.Defined(context) is { } defined && !defined.Contains(name))
                context.Report(this, place, $"No rate limiting policy '{name}' is defined: define it where the limiter is registered");
    }

    private void CheckRegistration(HostContext context, IInvocationOperation call)
    {
        var place = TreeIndex.NameOf((InvocationExpressionSyntax)call.Syntax);
        switch (context.Hosting.Uses("UseRateLimiter", context.Cancellation))
        {
            case Answer.No:
                context.Report(this, place, Descriptor.DefaultSeverity, ImmutableDictionary<string, string?>.Empty.Add(Missing, Use), "The rate limiter is registered and not used: add UseRateLimiter to the pipeline");
                break;
            case Answer.Yes when LeavesStatus(context, call):
                context.Report(this, place, Descriptor.DefaultSeverity, ImmutableDictionary<string, string?>.Empty.Add(Missing, Status), "Callers over the limit are answered 503, as by a server that is down: set RejectionStatusCode to 429");
                break;
        }
    }

    // Nowhere set, neither by options that are bound nor by code that answers itself.
    private static bool LeavesStatus(HostContext context, IInvocationOperation call)
    {
        var (hosting, cancellation) = (context.Hosting, context.Cancellation);
        // The envelope sets 429 where it is registered; its sources, which are in every web project, set nothing by themselves.
        if (context.Model.Code.WrittenTreesWith("AddApiEnvelope", cancellation).Any()) return false;
        if (hosting.MayHoldMore(HostSide.Services, cancellation) || RateLimitPolicies.AreSetElsewhere(context) || !call.Arguments.All(argument => IsSeen(argument.Value))) return false;
        return !hosting.OptionWrites("RateLimiterOptions", "RejectionStatusCode", cancellation).Any(static write => !AspNet.IsEnvelope(write.Site.Syntax.SyntaxTree))
            && !hosting.OptionWrites("RateLimiterOptions", "OnRejected", cancellation).Any()
            && !context.Model.Code.TreesWith("IRateLimiterPolicy", cancellation).Any();
    }

    private static bool IsSeen(IOperation argument) => Values.Unwrap(argument) switch
    {
        IAnonymousFunctionOperation => true,
        IMethodReferenceOperation { Method: var method } => AspNet.InSource(method),
        var other => other.Type?.TypeKind != TypeKind.Delegate,
    };

    private static bool IsOfServices(IInvocationOperation call) => AspNet.ReceiverOf(call)?.Type?.Name == "IServiceCollection";
}
