using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>Tokens that are believed without a check: validators that accept all of them, and identities made of a token that was only read.</summary>
internal static class UncheckedTokens
{
    /// <summary>The methods that read a token.</summary>
    public static readonly string[] Reads = ["ReadJwtToken", "ReadJsonWebToken", "ReadToken"];

    private static readonly string[] Tokens = ["JwtSecurityToken", "JsonWebToken"];

    /// <summary>Whether a validator's every return is a constant <c>true</c>, or the token as it was read.</summary>
    public static bool AcceptsAll(IOperation validator, HostContext context)
    {
        var method = Values.Unwrap(validator) switch { IAnonymousFunctionOperation lambda => lambda.Symbol, IMethodReferenceOperation { Method: var named } when AspNet.InSource(named) => named, _ => null };
        if (method?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.Cancellation) is not { } code
            || (method.MethodKind == MethodKind.Ordinary ? context.Model.Code.BodyOf(method, context.Cancellation) : context.Model.Code.BodyAround(code, context.Cancellation)) is not { } body) return false;
        // What throws does check.
        return body.ReturnsOf(method) is { Count: > 0 } returned && returned.All(one => one.ReturnedValue is { } value && IsAccepting(value, body))
            && !code.DescendantNodesAndSelf().Any(static node => node is ThrowStatementSyntax or ThrowExpressionSyntax);
    }

    /// <summary>The reads in a document of whose result an identity is made, where nothing in the member validates a token.</summary>
    public static IEnumerable<SyntaxNode> In(HostContext context)
    {
        foreach (var name in Reads)
            foreach (var call in context.Calls(name))
            {
                if (!IsHandler(call.TargetMethod.ContainingType) || context.Model.Code.BodyAround(call.Syntax, context.Cancellation) is not { } body || !context.RunsOutsideDevelopment(call)) continue;
                // On the client's side nobody is kept out by it.
                if (Symbols.Derives(body.Owner.ContainingType, "AuthenticationStateProvider") || body.Root.Descendants().OfType<IInvocationOperation>().Any(other => other.TargetMethod.Name.StartsWith("Validate", StringComparison.Ordinal))) continue;
                if (MakesIdentity(call, body)) yield return Index.TreeIndex.NameOf((InvocationExpressionSyntax)call.Syntax);
            }
    }

    // new ClaimsIdentity(handler.ReadJwtToken(text).Claims), or through a local
    private static bool MakesIdentity(IInvocationOperation read, MemberBody body)
    {
        var holder = VariableOf(read);
        return body.Root.Descendants().OfType<IObjectCreationOperation>().Where(creation => creation.Type?.Name is "ClaimsIdentity" or "ClaimsPrincipal")
            .Any(creation => creation.Arguments.SelectMany(argument => argument.DescendantsAndSelf()).Any(part =>
                part == read || (part is ILocalReferenceOperation local && (AspNet.Same(local.Local, holder) || (holder is not null && IsPartOf(local.Local, holder, body))))));
    }

    // var claims = token.Claims;
    private static bool IsPartOf(ILocalSymbol part, ILocalSymbol token, MemberBody body) => body.ReferencesTo(part).OfType<IVariableDeclaratorOperation>()
        .Any(declared => declared.Initializer?.Value.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(local => AspNet.Same(local.Local, token)) == true);

    private static ILocalSymbol? VariableOf(IOperation value)
    {
        for (var up = value.Parent; up is not null; up = up.Parent)
            switch (up)
            {
                case IVariableDeclaratorOperation declared: return declared.Symbol;
                case IExpressionStatementOperation or IBlockOperation: return null;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation local }: return local.Local;
            }
        return null;
    }

    private static bool IsHandler(INamedTypeSymbol type) => type.Name is "JwtSecurityTokenHandler" or "JsonWebTokenHandler" or "SecurityTokenHandler" or "TokenHandler";

    private static bool IsAccepting(IOperation value, MemberBody body)
    {
        value = Values.Unwrap(value);
        if (value.ConstantValue.Value is true) return true;
        if (value is ILocalReferenceOperation local) return body.ReferencesTo(local.Local).OfType<IVariableDeclaratorOperation>().Any(declared => declared.Initializer is { } initial && IsAccepting(initial.Value, body));
        return value is IObjectCreationOperation { Type.Name: var type } ? Tokens.Contains(type) : value is IInvocationOperation { TargetMethod.Name: var name } && Reads.Contains(name);
    }
}
