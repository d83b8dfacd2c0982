using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Roslyn;
using BackendStandards.Analyzers.Secrets;
using BackendStandards.Analyzers.Validation;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>BST3017: a credential, or a number that belongs to one person, is taken from the route or the query string.</summary>
internal sealed class CredentialInUrl() : EndpointRule(RuleCatalog.CredentialInUrl)
{
    /// <summary>The finding's property that holds the header to take the value from; missing where a header is no place for it.</summary>
    public const string Header = nameof(Header);

    private static readonly TermList Numbers = new(["ssn", "social security number", "card number", "credit card", "credit card number", "creditcard", "cvv", "cvc", "pin", "pin code"], ["ssn", "cardnumber", "creditcardnumber"]);

    // A word before "token": it is used once, names a place in a list or a device, or is no secret.
    private static readonly ImmutableHashSet<string> OtherTokens = ImmutableHashSet.Create(
        StringComparer.Ordinal, "reset", "confirmation", "confirm", "activation", "activate", "invite", "invitation", "unsubscribe", "email", "recovery", "magic", "verification", "verify", "download", "share", "sharing", "device",
        "push", "fcm", "apns", "open", "registration", "resume", "request", "idempotency", "correlation", "concurrency", "from", "to", "after", "before", "cursor", "search", "scroll", "tracking", "preview", "order", "cart", "version", "seed");

    // A link that somebody was sent, and the ends of a protocol that hands such values over in the URL.
    private static readonly ImmutableHashSet<string> Links = ImmutableHashSet.Create(
        StringComparer.Ordinal, "reset", "confirm", "confirmation", "verify", "verification", "activate", "activation", "unsubscribe", "invite", "invites", "invitation", "invitations", "recover", "recovery", "magic", "callback", "oauth", "oauth2",
        "connect", "negotiate", "webhook", "webhooks", "download", "share", "shared", "signin", "accept", "cursor");

    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        if (endpoint.Kind == EndpointKind.Library || endpoint.Handler is not { } handler || !handler.DeclaringSyntaxReferences.Any(reference => context.IsHere(reference.SyntaxTree))) return;
        foreach (var parameter in endpoint.Parameters(context.Cancellation))
        {
            if (!IsInUrl(parameter)) continue;
            if (InputTypes.ModelOf(parameter.Type) is { } model && parameter.Source == BindingSource.Query)
                foreach (var member in InputTypes.MembersOf(model)) Check(endpoint, context, parameter, member.Property.Name, member.Property.Type, isOwn: false);
            else Check(endpoint, context, parameter, parameter.Name, parameter.Type, isOwn: SymbolEqualityComparer.Default.Equals(parameter.Member, parameter.Parameter));
        }
    }

    // Where the route is not known, a value of one piece is in the one part of the URL or the other.
    private static bool IsInUrl(EndpointParameter parameter) => parameter.Source is BindingSource.Route or BindingSource.Query
        || (parameter.Source == BindingSource.Unknown && Code.Symbols.WithoutNullable(parameter.Type).SpecialType is SpecialType.System_String or SpecialType.System_Int32 or SpecialType.System_Int64);

    private void Check(Endpoint endpoint, EndpointContext context, EndpointParameter parameter, string name, ITypeSymbol type, bool isOwn)
    {
        if (!IsTold(name, type) || IsLink(name, endpoint, context)) return;
        if (parameter.Parameter.DeclaringSyntaxReferences.Where(reference => context.IsHere(reference.SyntaxTree)).Select(reference => reference.GetSyntax(context.Cancellation)).FirstOrDefault() is not { } place) return;
        var properties = ImmutableDictionary<string, string?>.Empty;
        var credential = CredentialName.Read(name);
        if (isOwn && parameter.Source == BindingSource.Query && credential is { Kind: not (CredentialKind.Password or CredentialKind.Passphrase) })
            properties = properties.Add(Header, "X-" + string.Join("-", Words.Split(name).Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1))));
        context.Report(this, place, properties, name, context.Describe(endpoint),
            credential is { Kind: not (CredentialKind.Password or CredentialKind.Passphrase) } ? "a header" : "the body");
    }

    private static bool IsTold(string name, ITypeSymbol type)
    {
        type = Code.Symbols.WithoutNullable(type);
        var isText = type.SpecialType == SpecialType.System_String;
        var words = Words.Split(name);
        if (Numbers.Find(words) is (0, _) or (1, _)) return isText || type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;
        return isText && CredentialName.Read(name) is { Kind: not (CredentialKind.Key or CredentialKind.Credential) } credential
            && !(credential.Term[credential.Term.Count - 1].EndsWith("token", StringComparison.Ordinal) && (credential.Before.Any(OtherTokens.Contains) || SensitiveNames.IsDescriptive(name)));
    }

    private static bool IsLink(string name, Endpoint endpoint, EndpointContext context) =>
        Words.Split(name).Last() is "token" or "secret" && endpoint.Route(context.Cancellation).Segments.Any(segment => Words.Split(segment).Any(Links.Contains));
}
