using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>Which rate limiting policies there are, and which are asked for.</summary>
internal static class RateLimitPolicies
{
    /// <summary>The methods that define one.</summary>
    public static readonly string[] Definitions = ["AddPolicy", "AddFixedWindowLimiter", "AddSlidingWindowLimiter", "AddTokenBucketLimiter", "AddConcurrencyLimiter", "AddNoLimiter"];
    private static readonly string[] Attributes = ["EnableRateLimiting", "EnableRateLimitingAttribute"];

    /// <summary>Whether an endpoint asks for a policy.</summary>
    public static bool AreAskedFor(HostContext context) => Attributes.Append("RequireRateLimiting").Any(name => context.Model.Code.TreesWith(name, context.Cancellation).Any());

    /// <summary>The names that a document asks for, with the places.</summary>
    public static IEnumerable<(string Name, SyntaxNode Place)> AskedForIn(HostContext context)
    {
        foreach (var call in context.Calls("RequireRateLimiting"))
            if (AspNet.Argument(call, "policyName") is { ConstantValue: { HasValue: true, Value: string name } } given && context.RunsOutsideDevelopment(call))
                yield return (name, given.Syntax);
        foreach (var spelling in Attributes)
            foreach (var node in context.Nodes(spelling))
                if (node.FirstAncestorOrSelf<AttributeSyntax>() is { ArgumentList.Arguments: { Count: 1 } arguments } attribute && attribute.Name.Span.Contains(node.Span))
                {
                    var model = context.Model.Code.Model(node.SyntaxTree);
                    if (AspNet.IsKnown(model.GetSymbolInfo(attribute, context.Cancellation).Symbol) && model.GetConstantValue(arguments[0].Expression, context.Cancellation) is { HasValue: true, Value: string name })
                        yield return (name, arguments[0].Expression);
                }
    }

    /// <summary>The names of all policies; null where one may be defined that is not seen.</summary>
    public static IReadOnlyCollection<string>? Defined(HostContext context)
    {
        var (hosting, cancellation) = (context.Hosting, context.Cancellation);
        if (hosting.MayHoldMore(HostSide.Services, cancellation) || AreSetElsewhere(context)) return null;
        var values = new Values(context.Model.Code, cancellation);
        var names = new List<string>();
        foreach (var call in Definitions.SelectMany(name => hosting.CallsOf(name, cancellation)))
        {
            if (AspNet.ReceiverOf(call)?.Type?.Name != "RateLimiterOptions") continue;
            if (AspNet.Argument(call, "policyName") is not { } given || values.Text(given, Context.Empty) is not { } name || name.Contains(Values.Hole)) return null;
            names.Add(name);
        }
        return names;
    }

    /// <summary>Whether the limiter's options are bound from configuration, or handed to code that is not seen.</summary>
    public static bool AreSetElsewhere(HostContext context)
    {
        var cancellation = context.Cancellation;
        foreach (var tree in context.Model.Code.WrittenTreesWith("RateLimiterOptions", cancellation))
            foreach (var name in new[] { "Configure", "PostConfigure", "AddOptions", "ConfigureOptions", "BindConfiguration", "Bind" })
                if (context.Model.Code.CallsNamed(name, tree, cancellation).OfType<IInvocationOperation>().Any(call => call.TargetMethod.TypeArguments.Concat(call.Arguments.Select(argument => argument.Value.Type).OfType<ITypeSymbol>()).Any(type => type.Name == "RateLimiterOptions")))
                    return true;
        return context.Hosting.CallsOf("AddRateLimiter", cancellation).SelectMany(HostingModel.OptionsOf).SelectMany(lambda => lambda.Body.Descendants()).OfType<IInvocationOperation>()
            .Any(call => !AspNet.InSource(call.TargetMethod) && !HostTypes.IsOfLibrary(call.TargetMethod)
                && call.Arguments.Select(argument => argument.Value.Type).Append(call.Instance?.Type).Any(type => type?.Name == "RateLimiterOptions"));
    }
}
