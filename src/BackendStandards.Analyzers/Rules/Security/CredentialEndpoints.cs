using System.Collections.Immutable;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Roslyn;
using BackendStandards.Analyzers.Secrets;
using BackendStandards.Analyzers.Validation;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>Tells by the end of its route, or the name of its handler, and by what it takes, that an endpoint deals with credentials.</summary>
internal static class CredentialEndpoints
{
    // Their names say enough.
    private static readonly ImmutableHashSet<string> SignIn = Set(
        "login", "logon", "signin", "passwordlogin", "passwordsignin", "otplogin", "login2fa", "2falogin", "loginwith2fa", "twofactorlogin", "verifyotp", "otpverify", "verify2fa", "verifytwofactor", "verifymfa", "verifytwofactorcode", "verifymfacode", "recoverycodelogin");

    private static readonly ImmutableHashSet<string> Sends = Set(
        "forgotpassword", "forgotpasswd", "forgetpassword", "resetpassword", "passwordreset", "recoverpassword", "passwordrecovery", "requestpasswordreset", "passwordresetrequest", "sendpasswordreset", "sendotp", "resendotp", "requestotp", "sendverificationcode", "resendverificationcode");

    // Devices are registered, orders verified and tokens made too: what they take has to be a credential.
    private static readonly ImmutableHashSet<string> SignInIfAsked = Set("token", "tokens", "authenticate", "auth", "session", "sessions", "verify", "verifycode", "otp", "2fa", "mfa", "twofactor", "gettoken", "createtoken", "issuetoken", "generatetoken", "accesstoken");

    private static readonly ImmutableHashSet<string> OtherIfAsked = Set("register", "registration", "registrations", "signup", "reset", "forgot", "recover");

    private static readonly ImmutableHashSet<string> Filler = Set("user", "users", "account", "accounts", "customer", "customers", "member", "members", "admin", "async", "handle", "handler", "post", "endpoint", "api", "my", "confirm", "new");

    // The other side asks for the credential.
    private static readonly ImmutableHashSet<string> Elsewhere = Set("external", "oauth", "oidc", "saml", "sso", "callback", "google", "github", "facebook", "microsoft", "webauthn", "passkey");

    private static readonly ImmutableHashSet<string> Codes = Set("otp", "code", "pin", "totp", "passcode");

    /// <summary>What an endpoint does with credentials.</summary>
    public static CredentialEndpointKind KindOf(Endpoint endpoint, CancellationToken cancellation)
    {
        var segments = endpoint.Route(cancellation).Segments;
        if (segments.Any(segment => Words.Split(segment).Any(Elsewhere.Contains))) return CredentialEndpointKind.None;
        var last = segments.LastOrDefault(segment => segment.IndexOf('{') < 0 && segment.IndexOf(RoutePattern.Hole, StringComparison.Ordinal) < 0);
        foreach (var name in new[] { last, endpoint.Handler is { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction, Name: var handler } ? handler : null })
        {
            if (name is null) continue;
            var words = Words.Split(name);
            if (words.Any(Elsewhere.Contains)) return CredentialEndpointKind.None;
            var meaning = string.Concat(words.Where(word => !Filler.Contains(word)));
            if (SignIn.Contains(meaning)) return CredentialEndpointKind.SignIn;
            if (Sends.Contains(meaning)) return CredentialEndpointKind.Other;
            if (SignInIfAsked.Contains(meaning) && AsksForCredential(endpoint, cancellation)) return CredentialEndpointKind.SignIn;
            if (OtherIfAsked.Contains(meaning) && AsksForCredential(endpoint, cancellation)) return CredentialEndpointKind.Other;
        }
        return CredentialEndpointKind.None;
    }

    private static bool AsksForCredential(Endpoint endpoint, CancellationToken cancellation)
    {
        foreach (var parameter in endpoint.Parameters(cancellation))
        {
            if (parameter.Source is BindingSource.Services or BindingSource.Special) continue;
            if (IsCredential(parameter.Name, parameter.Type)) return true;
            if (InputTypes.ModelOf(parameter.Type) is { } model && InputTypes.MembersOf(model).Any(member => IsCredential(member.Property.Name, member.Property.Type))) return true;
        }
        return false;
    }

    private static bool IsCredential(string name, ITypeSymbol type) => Code.Symbols.WithoutNullable(type).SpecialType is SpecialType.System_String or SpecialType.System_Int32
        && (CredentialName.Read(name) is { Kind: CredentialKind.Password or CredentialKind.Passphrase or CredentialKind.Secret } || (Words.Split(name) is { Count: > 0 and < 3 } words && Codes.Contains(words[words.Count - 1]) && words[0] is not ("country" or "zip" or "postal" or "currency" or "language" or "product" or "coupon" or "promo")));

    private static ImmutableHashSet<string> Set(params string[] words) => ImmutableHashSet.Create(StringComparer.Ordinal, words);
}
