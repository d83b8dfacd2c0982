using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>BST3052: a check of tokens, or of the way to them, that is switched off or passed over.</summary>
internal sealed class TokenValidationWeakened() : HostRule(RuleCatalog.TokenValidationWeakened,
    [.. Checks.Select(check => check.Name), .. Validators.Select(validator => validator.Name), "ClockSkew", "None", "NoneAlgorithm", .. UncheckedTokens.Reads])
{
    private const string Parameters = "TokenValidationParameters";

    private static readonly TokenCheck[] Checks =
    [
        new("RequireSignedTokens", null, "accepts tokens that nobody signed: leave it on", Parameters),
        new("ValidateIssuerSigningKey", null, "does not check the key that a token is signed with: leave it on", Parameters),
        new("RequireExpirationTime", "LifetimeValidator", "accepts tokens that never expire: leave it on", Parameters),
        new("ValidateLifetime", "LifetimeValidator", "accepts tokens that have expired: leave it on", Parameters),
        new("ValidateIssuer", "IssuerValidator", "accepts tokens of any issuer: leave it on", Parameters),
        new("ValidateAudience", "AudienceValidator", "accepts tokens that were made for another application: leave it on", Parameters),
        new("RequireHttpsMetadata", null, "fetches the signing keys over a connection that anybody on the way can change: leave that to development", "JwtBearerOptions", "OpenIdConnectOptions", "IdentityServerAuthenticationOptions", "OAuth2IntrospectionOptions"),
        new("UsePkce", null, "lets a stolen authorization code be used by somebody else: leave it on", "OAuthOptions", "OpenIdConnectOptions"),
        new("RequireState", null, "lets another site finish a sign-in that it began: leave it on", "OpenIdConnectProtocolValidator"),
        new("RequireStateValidation", null, "lets another site finish a sign-in that it began: leave it on", "OpenIdConnectProtocolValidator"),
        new("RequireNonce", null, "lets a token of another sign-in be sent in again: leave it on", "OpenIdConnectProtocolValidator"),
    ];

    private static readonly (string Name, string Effect)[] Validators =
    [
        ("SignatureValidator", "reads the token and checks no signature: leave the check to the framework"),
        ("SignatureValidatorUsingConfiguration", "reads the token and checks no signature: leave the check to the framework"),
        ("IssuerSigningKeyValidator", "accepts every signing key: leave the check to the framework"),
        ("AudienceValidator", "accepts tokens that were made for another application: leave the check to the framework"),
        ("LifetimeValidator", "accepts tokens that have expired: leave the check to the framework"),
    ];

    private static readonly string[] RenewalWords = ["Expired", "Refresh", "Renew", "Logout", "SignOut"];

    public override void Check(HostContext context)
    {
        foreach (var check in Checks)
            foreach (var (property, assignment) in context.Writes(check.Name))
                if (check.Types.Any(type => Symbols.Derives(property.ContainingType, type)) && Values.Unwrap(assignment.Value).ConstantValue.Value is false
                    && !IsExpected(check, assignment, context) && context.RunsOutsideDevelopment(assignment))
                    context.Report(this, assignment.Value.Syntax, Descriptor.DefaultSeverity, null, check.Name, check.Effect);
        foreach (var (name, effect) in Validators)
            foreach (var (property, assignment) in context.Writes(name))
                if (Symbols.Derives(property.ContainingType, Parameters) && UncheckedTokens.AcceptsAll(assignment.Value, context) && context.RunsOutsideDevelopment(assignment))
                    context.Report(this, NameOf(assignment), name, effect);
        foreach (var (property, assignment) in context.Writes("ClockSkew"))
            if (Symbols.Derives(property.ContainingType, Parameters) && Durations.MinutesOf(assignment.Value) is > 5 && context.RunsOutsideDevelopment(assignment))
                context.Report(this, assignment.Value.Syntax, "ClockSkew", "accepts tokens long after they have expired: five minutes are enough for clocks that differ");
        CheckAlgorithms(context);
        foreach (var read in UncheckedTokens.In(context))
            context.Report(this, read, "ReadJwtToken", "reads a token without checking it, and an identity is made of what it says: use ValidateToken");
    }

    private void CheckAlgorithms(HostContext context)
    {
        foreach (var node in context.Nodes("None"))
            if (node.Parent is MemberAccessExpressionSyntax access && access.Name == node && context.At(access) is IFieldReferenceOperation { Field.ContainingType: { Name: "SecurityAlgorithms" } type } field && AspNet.IsKnown(type)
                && field.Parent is not IBinaryOperation and not IConstantPatternOperation && context.RunsOutsideDevelopment(field))
                context.Report(this, access, "none", "is no signature: whoever sends such a token writes it. Name the algorithm that you sign with");
        foreach (var node in context.Nodes("NoneAlgorithm"))
            if (node.Parent is ObjectCreationExpressionSyntax creation && context.At(creation) is IObjectCreationOperation { Type: { ContainingNamespace.Name: "Algorithms" } } made && context.RunsOutsideDevelopment(made))
                context.Report(this, creation, "none", "is no signature: whoever sends such a token writes it. Name the algorithm that you sign with");
    }

    // A validator of its own on the same object does the check; what reads expired tokens is there to renew them.
    private static bool IsExpected(TokenCheck check, ISimpleAssignmentOperation assignment, HostContext context)
    {
        if (check.Validator is { } validator && OnSameObject(assignment).Any(other => other.Property.Name == validator && !IsNull(other.Assignment.Value))) return true;
        return check.Name is "ValidateLifetime" or "RequireExpirationTime" && assignment.Syntax.Ancestors().Select(NameOf).Any(static name => name is not null && RenewalWords.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0));
    }

    private static string? NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax local => local.Identifier.ValueText,
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        TypeDeclarationSyntax type => type.Identifier.ValueText,
        _ => null,
    };

    private static IEnumerable<(IPropertySymbol Property, ISimpleAssignmentOperation Assignment)> OnSameObject(ISimpleAssignmentOperation assignment)
    {
        IOperation around = assignment;
        while (around.Parent is { } up and not IObjectOrCollectionInitializerOperation and not IBlockOperation) around = up;
        return (around.Parent ?? around).Descendants().OfType<ISimpleAssignmentOperation>().Where(other => other.Target is IPropertyReferenceOperation).Select(other => (((IPropertyReferenceOperation)other.Target).Property, other));
    }

    private static bool IsNull(IOperation value) => Values.Unwrap(value).ConstantValue is { HasValue: true, Value: null };

    private static SyntaxNode NameOf(ISimpleAssignmentOperation assignment) => assignment.Target.Syntax is MemberAccessExpressionSyntax access ? access.Name : assignment.Target.Syntax;
}
