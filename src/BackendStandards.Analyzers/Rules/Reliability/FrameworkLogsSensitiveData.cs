using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Rules.Security;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Reliability;

/// <summary>BST6003: a switch of the framework that writes values, tokens, bodies or credentials into the log.</summary>
internal sealed class FrameworkLogsSensitiveData() : HostRule(RuleCatalog.FrameworkLogsSensitiveData, [.. Switches.Select(one => one.Switch.Name), "LoggingFields", "WithHttpLogging", "RequestHeaders", "ResponseHeaders"])
{
    private static readonly (DevelopmentSwitch Switch, string Logged)[] Switches =
    [
        (new("EnableSensitiveDataLogging", "DbContextOptionsBuilder", "CoreOptionsExtension"), "the values of parameters and entities"),
        (new("ShowPII", "IdentityModelEventSource"), "what tokens say of people"),
        (new("LogCompleteSecurityArtifact", "IdentityModelEventSource"), "whole tokens"),
    ];

    private static readonly string[] CredentialHeaders = ["Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie", "X-Api-Key", "Api-Key", "X-Auth-Token", "X-CSRF-Token"];

    public override void Check(HostContext context)
    {
        foreach (var (one, logged) in Switches)
            foreach (var place in one.SwitchedOn(context))
                context.Report(this, place, one.Name, logged);
        foreach (var (property, assignment) in context.Writes("LoggingFields"))
            if (property.ContainingType.Name is "HttpLoggingOptions" or "HttpLoggingInterceptorContext") CheckFields(context, assignment.Value);
        foreach (var call in context.Calls("WithHttpLogging"))
            if (AspNet.Argument(call, "loggingFields") is { } fields) CheckFields(context, fields);
        CheckHeaders(context, "RequestHeaders");
        CheckHeaders(context, "ResponseHeaders");
    }

    private void CheckFields(HostContext context, IOperation value)
    {
        if (value.ConstantValue is not { HasValue: true, Value: { } fields } || value.Type is not INamedTypeSymbol { Name: "HttpLoggingFields" } type || !context.RunsOutsideDevelopment(value)) return;
        var written = Convert.ToInt64(fields, System.Globalization.CultureInfo.InvariantCulture);
        foreach (var body in new[] { "RequestBody", "ResponseBody" })
            if (type.GetMembers(body).OfType<IFieldSymbol>().FirstOrDefault()?.ConstantValue is { } flag && (written & Convert.ToInt64(flag, System.Globalization.CultureInfo.InvariantCulture)) != 0)
            {
                context.Report(this, value.Syntax, value.Syntax.ToString(), "bodies, with the passwords and personal data in them");
                return;
            }
    }

    // options.RequestHeaders.Add("Authorization")
    private void CheckHeaders(HostContext context, string name)
    {
        if (!context.Names.Mentions(name)) return;
        foreach (var node in context.Nodes(name))
            if (node.Parent is MemberAccessExpressionSyntax { Parent: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add", Parent: InvocationExpressionSyntax call } } access && access.Name == node
                && context.At(call) is IInvocationOperation { Instance: IPropertyReferenceOperation { Property.ContainingType.Name: "HttpLoggingOptions" }, Arguments: { Length: 1 } arguments } && HeaderOf(arguments[0].Value) is { } header
                && CredentialHeaders.Contains(header, StringComparer.OrdinalIgnoreCase) && context.RunsOutsideDevelopment(arguments[0]))
                context.Report(this, arguments[0].Value.Syntax, header, "credentials");
    }

    private static string? HeaderOf(IOperation value)
    {
        value = Values.Unwrap(value);
        if (value.ConstantValue.Value is string text) return text;
        // A readonly field of the framework: SetCookie is Set-Cookie.
        return value is IFieldReferenceOperation { Field: { ContainingType.Name: "HeaderNames", Name: var name } } ? Array.Find(CredentialHeaders, header => header.Replace("-", "") == name) : null;
    }
}
