using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Secrets;

/// <summary>What code does with passwords: which fast hash it computes of one, and how often it stretches one.</summary>
internal static class PasswordHashing
{
    private const string Cryptography = "Cryptography";

    // Who asks whether a password has leaked, or signs in elsewhere by a protocol of others, has no choice of hash.
    private static readonly string[] Protocols = ["pwned", "breach", "HttpClient", "HttpRequestMessage", "PostAsync", "SendAsync", "Digest", "Ntlm"];

    /// <summary>The fast hash that a call computes of a password; null for any other call.</summary>
    public static string? FastHashOf(IInvocationOperation call)
    {
        if (call.TargetMethod is not { Name: "HashData" or "ComputeHash" or "TryComputeHash" or "HashDataAsync", ContainingType: var type } || type.ContainingNamespace?.Name != Cryptography) return null;
        var name = type.Name is "HashAlgorithm" or "HMAC" or "KeyedHashAlgorithm" && call.Instance?.Type is { } actual ? actual.Name : type.Name;
        if (name.StartsWith("Shake", StringComparison.Ordinal)) return null;
        return call.Arguments.Any(argument => argument.Parameter?.Name is not ("key" or "destination") && IsPassword(argument.Value, 0)) && !IsProtocol(call) ? name : null;
    }

    /// <summary>The constant number of iterations that a call stretches a password with, where it stands, and the hash; null where none is seen.</summary>
    public static (IOperation Argument, int Iterations, string? Hash)? Iterations(IOperation operation)
    {
        var (arguments, method) = operation switch
        {
            IObjectCreationOperation { Constructor: { ContainingType.Name: "Rfc2898DeriveBytes" } constructor } creation => (creation.Arguments, constructor),
            IInvocationOperation { TargetMethod: { Name: "Pbkdf2", ContainingType.Name: "Rfc2898DeriveBytes" or "KeyDerivation" } target } call => (call.Arguments, target),
            _ => (System.Collections.Immutable.ImmutableArray<IArgumentOperation>.Empty, null),
        };
        if (method is null || method.ContainingNamespace.Name is not (Cryptography or "KeyDerivation")) return null;
        var password = arguments.FirstOrDefault(argument => argument.Parameter?.Name == "password");
        var count = arguments.FirstOrDefault(argument => argument.Parameter?.Name is "iterations" or "iterationCount");
        // Of a constant password it is no password's hash, and BST4003 speaks.
        if (password is null || password.Value.ConstantValue.HasValue || count?.Value.ConstantValue is not { HasValue: true, Value: int iterations }) return null;
        var hash = arguments.FirstOrDefault(argument => argument.Parameter?.Name is "hashAlgorithm" or "prf")?.Value;
        while (hash is IConversionOperation { Operand: var inner }) hash = inner;
        return (count.Value, iterations, (hash as IMemberReferenceOperation)?.Member.Name);
    }

    private static bool IsPassword(IOperation value, int depth) => depth < 8 && value switch
    {
        IConversionOperation conversion => IsPassword(conversion.Operand, depth + 1),
        IParenthesizedOperation inner => IsPassword(inner.Operand, depth + 1),
        IInvocationOperation { TargetMethod.Name: "GetBytes" or "Concat" or "ToArray" or "Combine" or "Trim" } call => call.Arguments.Any(argument => IsPassword(argument.Value, depth + 1)) || (call.Instance is { } instance && IsPassword(instance, depth + 1)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => IsPassword(sum.LeftOperand, depth + 1) || IsPassword(sum.RightOperand, depth + 1),
        IInterpolatedStringOperation text => text.Parts.OfType<IInterpolationOperation>().Any(hole => IsPassword(hole.Expression, depth + 1)),
        ILocalReferenceOperation local => Names(local.Local.Name) || InitialValueOf(local) is { } initial && IsPassword(initial, depth + 1),
        IParameterReferenceOperation parameter => Names(parameter.Parameter.Name),
        IPropertyReferenceOperation { Arguments.IsEmpty: true } property => Names(property.Property.Name),
        IFieldReferenceOperation field => Names(field.Field.Name),
        _ => false,
    };

    private static bool Names(string name) => CredentialName.Read(name) is { Kind: CredentialKind.Password };

    // var bytes = Encoding.UTF8.GetBytes(password)
    private static IOperation? InitialValueOf(ILocalReferenceOperation reference)
    {
        var value = RootOf(reference).Descendants().OfType<IVariableDeclaratorOperation>().FirstOrDefault(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, reference.Local))?.Initializer?.Value;
        return value is IInvocationOperation { TargetMethod.Name: "GetBytes" } ? value : null;
    }

    private static bool IsProtocol(IOperation call)
    {
        var root = RootOf(call).Syntax;
        var member = root.FirstAncestorOrSelf<Microsoft.CodeAnalysis.CSharp.Syntax.MemberDeclarationSyntax>() ?? root;
        foreach (var token in member.DescendantTokens())
            if ((token.IsKind(SyntaxKind.IdentifierToken) || token.IsKind(SyntaxKind.StringLiteralToken)) && Protocols.Any(word => token.ValueText.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)) return true;
        return false;
    }

    private static IOperation RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent) operation = parent;
        return operation;
    }
}
