using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Configuration;
using BackendStandards.Analyzers.Hosting;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>BST3054: cookies that plain connections, scripts or other sites get at, and sign-ins that last for months.</summary>
internal sealed class InsecureCookie() : HostRule(RuleCatalog.InsecureCookie, "Cookies", "AppendResponseCookie", "IResponseCookies", "SecurePolicy", "HttpOnly", "ExpireTimeSpan", "AddSession", "HttpCookie", "CookieBuilder")
{
    /// <summary>The property of a finding that names what its fix sets.</summary>
    internal const string Unset = "unset";

    internal static readonly Option<ImmutableHashSet<string>> HarmlessNames = Option.List(
        "bst3054.harmless_names", "Words that, in the name of a cookie, say that it is no secret and need not be protected: `tour` covers `tour-seen`. `theme`, `lang`, `consent` and their like are known.");

    private const double MostDays = 30;

    public override void Check(HostContext context)
    {
        if (context.Names.Mentions("Cookies") || context.Names.Mentions("AppendResponseCookie") || context.Names.Mentions("IResponseCookies"))
            foreach (var call in context.Calls("Append").Concat(context.Calls("AppendResponseCookie")))
                if (call.TargetMethod.ContainingType?.Name is "IResponseCookies" or "ICookieManager" or "ChunkingCookieManager") CheckAppend(call, context);
        foreach (var (property, assignment) in context.Writes("SecurePolicy"))
            if (Symbols.Derives(property.ContainingType, "CookieBuilder") && IsNamed(assignment.Value, "None") && !IsOfAntiforgery(assignment.Target) && context.RunsOutsideDevelopment(assignment))
                context.Report(this, assignment.Value.Syntax, "CookieSecurePolicy.None", "sends the cookie over connections that anybody on the way can read: say Always");
        foreach (var (property, assignment) in context.Writes("HttpOnly").Concat(context.Writes("Secure")))
            CheckSwitch(property, assignment, context);
        foreach (var (property, assignment) in context.Writes("ExpireTimeSpan"))
            if (property.ContainingType.Name is "CookieAuthenticationOptions" && Durations.MinutesOf(assignment.Value) is > MostDays * 24 * 60 && context.RunsOutsideDevelopment(assignment))
                context.Report(this, assignment.Value.Syntax, "The sign-in", "lasts longer than 30 days, and so does a cookie that was stolen: let it expire earlier");
        CheckBuilders(context);
        CheckSession(context);
    }

    private void CheckAppend(IInvocationOperation call, HostContext context)
    {
        if ((AspNet.Argument(call, "key") is not { } key) || AspNet.Argument(call, "value") is not { } value) return;
        var name = new CookieName(key);
        if (name.IsHarmless(context.Read(HarmlessNames)) || CookieName.IsPlain(value) || name.IsAntiforgery || CookieName.IsRequestToken(value)) return;
        if (AspNet.Argument(call, "options") is not { } options)
        {
            Report(call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? access.Name : call.Syntax, name, ["Secure", "HttpOnly", "SameSite"], context, call);
            return;
        }
        if (CookieSettings.Of(options, context.Model.Code, context.Cancellation) is not { } settings || CookieName.IsExpired(settings)) return;
        var unset = new List<string>();
        if (settings["Secure"] is not { } secure || IsFalse(secure)) unset.Add("Secure");
        if (settings["HttpOnly"] is not { } httpOnly || (IsFalse(httpOnly) && name.IsSensitive)) unset.Add("HttpOnly");
        if (settings["SameSite"] is not { } sameSite || IsNamed(sameSite, "Unspecified")) unset.Add("SameSite");
        if (unset.Count == 0) return;
        var place = settings.Creation.Syntax.SyntaxTree == call.Syntax.SyntaxTree && AspNet.Same(context.Model.Code.BodyAround(settings.Creation.Syntax, context.Cancellation)?.Owner, context.Model.Code.BodyAround(call.Syntax, context.Cancellation)?.Owner)
            ? settings.Creation.Syntax : options.Syntax;
        Report(place, name, unset, context, call);
    }

    private void Report(SyntaxNode place, CookieName name, List<string> unset, HostContext context, IOperation call)
    {
        if (!context.RunsOutsideDevelopment(call)) return;
        foreach (var property in unset.ToList())
            if (IsSetForAll(property, context)) unset.Remove(property);
        if (unset.Count == 0) return;
        // Most browsers take a cookie that says nothing of SameSite for Lax.
        var severity = unset.Count == 1 && unset[0] == "SameSite" ? DiagnosticSeverity.Info : Descriptor.DefaultSeverity;
        context.Report(this, place, severity, ImmutableDictionary<string, string?>.Empty.Add(Unset, string.Join(",", unset)),
            name.Text is { } text ? $"Cookie '{text}'" : "The cookie", $"is set without {Words.Listed(unset)}: say {(unset.Count == 1 ? "it" : "them")} in its CookieOptions");
    }

    // app.UseCookiePolicy() goes over all cookies on their way out.
    private static bool IsSetForAll(string property, HostContext context)
    {
        var cancellation = context.Cancellation;
        if (context.Hosting.CallsOf("UseCookiePolicy", cancellation).Any(call => !AspNet.InSource(call.TargetMethod))
            && context.Hosting.OptionWrites("CookiePolicyOptions", property == "SameSite" ? "MinimumSameSitePolicy" : property, cancellation).Any(write => !IsNamed(write.Value, "None") && !IsNamed(write.Value, "Unspecified"))) return true;
        return context.Hosting.Startup(cancellation) is { Entry: not null } startup && startup.MayHoldMore(HostSide.Pipeline);
    }

    // What is given to Append is looked at there; a cookie of the .NET Framework and a builder speak for themselves.
    private void CheckSwitch(IPropertySymbol property, ISimpleAssignmentOperation assignment, HostContext context)
    {
        var isOld = property.ContainingType is { Name: "HttpCookie", ContainingNamespace.Name: "Web" };
        if (!IsFalse(assignment.Value) || !context.RunsOutsideDevelopment(assignment)
            || !(isOld || (property.Name == "HttpOnly" && Symbols.Derives(property.ContainingType, "CookieBuilder") && !IsOfAntiforgery(assignment.Target)))) return;
        if (isOld && NameOfOld(assignment, context) is { } name && (name.IsHarmless(context.Read(HarmlessNames)) || name.IsAntiforgery || (property.Name == "HttpOnly" && !name.IsSensitive))) return;
        context.Report(this, assignment.Value.Syntax, $"{property.Name} = false", property.Name == "Secure" ? "sends the cookie over connections that anybody on the way can read: say true" : "hands the cookie to every script in the page: say true");
    }

    private static CookieName? NameOfOld(ISimpleAssignmentOperation assignment, HostContext context)
    {
        var creation = assignment.Parent is IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation made } ? made
            : assignment.Target is IPropertyReferenceOperation { Instance: ILocalReferenceOperation local } && context.Model.Code.BodyAround(local.Syntax, context.Cancellation) is { } body
                && LocalWrites.Reaching(body, local.Local, local) is { Count: 1 } writes ? Values.Unwrap(writes[0]) as IObjectCreationOperation : null;
        return creation is { Arguments: { IsEmpty: false } arguments } ? new CookieName(arguments[0].Value) : null;
    }

    // options.Cookie = new CookieBuilder { … }: other than the one that was there, it lets scripts in.
    private void CheckBuilders(HostContext context)
    {
        foreach (var node in context.Nodes("CookieBuilder"))
            if (node.Parent is ObjectCreationExpressionSyntax written && context.At(written) is IObjectCreationOperation { Parent: ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "Cookie", ContainingType.Name: "CookieAuthenticationOptions" or "SessionOptions" } } } } creation
                && AspNet.IsKnown(creation.Type) && creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().Any(static one => one.Target is IPropertyReferenceOperation { Property.Name: "HttpOnly" }) != true
                && !context.Writes("HttpOnly").Any() && !IsSetForAll("HttpOnly", context) && context.RunsOutsideDevelopment(creation))
                context.Report(this, written, Descriptor.DefaultSeverity, ImmutableDictionary<string, string?>.Empty.Add(Unset, "HttpOnly"), "The cookie", "is set without HttpOnly, which a new CookieBuilder leaves out: say it there");
    }

    private void CheckSession(HostContext context)
    {
        foreach (var call in context.Calls("AddSession"))
            if (call.TargetMethod.ContainingType?.Name == "SessionServiceCollectionExtensions" && !context.Hosting.OptionWrites("CookieBuilder", "SecurePolicy", context.Cancellation).Any() && !IsConfiguredElsewhere(call, context)
                && !IsSetForAll("Secure", context) && context.RunsOutsideDevelopment(call))
                context.Report(this, call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? access.Name : call.Syntax, DiagnosticSeverity.Info, ImmutableDictionary<string, string?>.Empty.Add(Unset, "SecurePolicy"),
                    "The session's cookie", "is sent over plain connections too: say Cookie.SecurePolicy = CookieSecurePolicy.Always");
    }

    // By a method, a section of the settings or a class that is registered for it; or by another assembly.
    private static bool IsConfiguredElsewhere(IInvocationOperation call, HostContext context) =>
        call.Arguments.Any(static argument => argument.Parameter?.Name == "configure" && Values.Unwrap(argument.Value) is not (IAnonymousFunctionOperation or IDelegateCreationOperation { Target: IAnonymousFunctionOperation }))
        || context.Model.Code.WrittenTreesWith("SessionOptions", context.Cancellation).Any() || context.Hosting.MayHoldMore(HostSide.Services, context.Cancellation);

    private static bool IsOfAntiforgery(IOperation target) => target.Descendants().OfType<IPropertyReferenceOperation>().Any(static property => property.Property.ContainingType?.Name == "AntiforgeryOptions")
        || target.Parent?.Parent?.Parent?.Parent is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.ContainingType.Name: "AntiforgeryOptions" } };

    private static bool IsFalse(IOperation value) => Values.Unwrap(value).ConstantValue is { HasValue: true, Value: false };

    private static bool IsNamed(IOperation value, string name) => Values.Unwrap(value) is IFieldReferenceOperation { Field.Name: var field } && field == name;
}
