using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>The authorization policies that the application registers; <paramref name="Names"/> is null where one may be registered that is not seen.</summary>
internal sealed record RegisteredPolicies(IReadOnlyCollection<string>? Names)
{
    private static readonly string[] Registrations = ["AddPolicy", "AddDefaultPolicy", "AddFallbackPolicy"];

    // What makes policies when it is asked for them, and libraries that bring their own.
    private static readonly string[] Providers = ["IAuthorizationPolicyProvider", "DefaultAuthorizationPolicyProvider", "AddLocalApiAuthentication", "AddLocalApi", "PolicyMap", "IConfigureNamedOptions"];

    /// <summary>Those of an application.</summary>
    public static RegisteredPolicies Of(HostContext context)
    {
        var (hosting, cancellation) = (context.Hosting, context.Cancellation);
        if (Providers.Any(name => context.Model.Code.TreesWith(name, cancellation).Any()) || hosting.MayHoldMore(HostSide.Services, cancellation)) return new((IReadOnlyCollection<string>?)null);
        var values = new Values(context.Model.Code, cancellation);
        var names = new List<string>();
        foreach (var call in Registrations.SelectMany(name => hosting.CallsOf(name, cancellation)))
        {
            var receiver = AspNet.ReceiverOf(call);
            if ((receiver is null ? null : Values.Unwrap(receiver).Type?.Name) is not ("AuthorizationOptions" or "AuthorizationBuilder")) continue;
            if (AspNet.Argument(call, "name") is not { } given || values.Text(given, Context.Empty) is not { } name || name.Contains(Values.Hole)) return new((IReadOnlyCollection<string>?)null);
            names.Add(name);
        }
        return HandedOn(context) ? new((IReadOnlyCollection<string>?)null) : new(names);
    }

    // options.AddSharedPolicies(), an extension of another assembly
    private static bool HandedOn(HostContext context) => new[] { "AddAuthorization", "AddAuthorizationCore", "Configure" }.SelectMany(name => context.Hosting.CallsOf(name, context.Cancellation))
        .SelectMany(call => call.Arguments).Select(argument => Values.Unwrap(argument.Value)).Any(value => value switch
        {
            IAnonymousFunctionOperation lambda => lambda.Symbol.Parameters.Any(IsOptions) && lambda.Body.Descendants().OfType<IInvocationOperation>().Any(call => !AspNet.InSource(call.TargetMethod) && !HostTypes.IsOfLibrary(call.TargetMethod) && TakesOptions(call)),
            IMethodReferenceOperation { Method: var method } => method.Parameters.Any(IsOptions) && !AspNet.InSource(method),
            _ => value is not IInvocationOperation && value.Type is INamedTypeSymbol { TypeKind: TypeKind.Delegate, TypeArguments: { Length: 1 } options } && options[0].Name == "AuthorizationOptions",
        });

    private static bool IsOptions(IParameterSymbol parameter) => parameter.Type.Name == "AuthorizationOptions";

    private static bool TakesOptions(IInvocationOperation call) => call.Arguments.Select(argument => argument.Value.Type).Append(call.Instance?.Type).Any(type => type?.Name == "AuthorizationOptions");
}
