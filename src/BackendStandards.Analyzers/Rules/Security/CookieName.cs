using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Hosting;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>What the name of a cookie says about it, and its value.</summary>
internal sealed class CookieName
{
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
    {
        "theme", "themes", "lang", "language", "culture", "locale", "consent", "cookieconsent", "gdpr", "timezone", "dark", "darkmode", "layout", "sidebar", "menu", "banner", "notice", "popup", "currency", "sort", "tab", "tour",
        "collapsed", "expanded", "dismissed", "pagesize", "color", "colour", "font",
    };

    private static readonly HashSet<string> Sensitive = new(StringComparer.Ordinal)
        { "session", "sessionid", "sid", "sess", "auth", "token", "jwt", "bearer", "ticket", "login", "identity", "refresh", "access", "remember", "credential", "credentials", "password", "secret", "user", "userid", "account", "otp" };

    // These say so whatever else the name says: "session-lang" is one, "user-theme" is none.
    private static readonly HashSet<string> Secret = new(StringComparer.Ordinal) { "session", "sessionid", "sid", "sess", "auth", "token", "jwt", "bearer", "ticket", "credential", "credentials", "password", "secret", "otp" };

    private static readonly HashSet<string> Antiforgery = new(StringComparer.Ordinal) { "xsrf", "csrf", "antiforgery" };

    private readonly IReadOnlyList<string> _words;

    public CookieName(IOperation key)
    {
        key = Values.Unwrap(key);
        Text = key.ConstantValue is { HasValue: true, Value: string text } ? text : null;
        // A name that is not seen is told by what it is called: CookieRequestCultureProvider.DefaultCookieName, options.ThemeCookie.
        _words = [.. Words.Split(Text ?? ""), .. (key is IMemberReferenceOperation member ? Words.Split(member.Member.ContainingType.Name).Concat(Words.Split(member.Member.Name)) : [])];
    }

    /// <summary>The name; null where it is not seen.</summary>
    public string? Text { get; }

    /// <summary>Whether it stands for a user or what a user may do.</summary>
    public bool IsSensitive => _words.Any(Sensitive.Contains);

    /// <summary>Whether scripts are meant to read it, to send it back in a header.</summary>
    public bool IsAntiforgery => _words.Any(Antiforgery.Contains);

    /// <summary>Whether it keeps what somebody likes to see.</summary>
    public bool IsHarmless(ImmutableHashSet<string> further) => !_words.Any(Secret.Contains) && _words.Any(word => Harmless.Contains(word) || further.Contains(word));

    /// <summary>Whether a value gives nothing away: it is the same for everybody, or one of two.</summary>
    public static bool IsPlain(IOperation value)
    {
        value = Values.Unwrap(value);
        return value.ConstantValue.HasValue || value is IFieldReferenceOperation { Field: { IsStatic: true, Name: "Empty" } }
            || (value is IConditionalOperation { WhenFalse: { } no } choice && IsPlain(choice.WhenTrue) && IsPlain(no))
            || (value is IInvocationOperation { TargetMethod.Name: "ToString" or "ToLowerInvariant" or "ToLower", Instance: { } instance } && (instance.Type is { SpecialType: SpecialType.System_Boolean } or { TypeKind: TypeKind.Enum } || IsPlain(instance)))
            || value is IInvocationOperation { TargetMethod: { Name: "MakeCookieValue", ContainingType.Name: "CookieRequestCultureProvider" } };
    }

    /// <summary>Whether a value is the half of an antiforgery token that scripts are given.</summary>
    public static bool IsRequestToken(IOperation value) => value.DescendantsAndSelf().Any(static part => part is IPropertyReferenceOperation { Property: { Name: "RequestToken", ContainingType.Name: "AntiforgeryTokenSet" } });

    /// <summary>Whether a cookie is taken away: it has expired when it is set.</summary>
    public static bool IsExpired(CookieSettings settings) => (settings["Expires"] is { } expires && IsPast(expires)) || (settings["MaxAge"] is { } age && (IsPast(age) || Durations.MinutesOf(age) <= 0));

    private static bool IsPast(IOperation moment) => moment.DescendantsAndSelf().Any(static part => part switch
    {
        IMemberReferenceOperation { Member.Name: "UnixEpoch" or "MinValue" or "Zero" } => true,
        IInvocationOperation { TargetMethod.Name: var name } call when name.StartsWith("Add", StringComparison.Ordinal) || name.StartsWith("From", StringComparison.Ordinal) || name == "Subtract" =>
            name == "Subtract" || call.Arguments.Any(static argument => argument.Value.ConstantValue.Value is < 0 or < 0.0 or < 0L || Values.Unwrap(argument.Value) is IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus }),
        IObjectCreationOperation { Type.Name: "DateTime" or "DateTimeOffset", Arguments: { IsEmpty: false } arguments } => arguments[0].Value.ConstantValue.Value is < 2000,
        _ => false,
    });
}
