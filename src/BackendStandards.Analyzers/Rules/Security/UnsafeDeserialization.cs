using BackendStandards.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>Deserializers that read from the data which type to make, unless a binder says which types may be made.</summary>
internal static class UnsafeDeserialization
{
    /// <summary>Whether nothing says which types may be made.</summary>
    public static bool IsOpen(Sink sink, CancellationToken cancellation) => !HasBinder(sink.Operation.Syntax);

    /// <summary>Whether a value of <c>TypeNameHandling</c> other than <c>None</c> is set without a binder.</summary>
    public static bool ReadsTypeNames(Sink sink, CancellationToken cancellation) =>
        sink.Value.ConstantValue is { HasValue: true, Value: int and not 0 } && !HasBinder(sink.Operation.Syntax);

    // By spelling, in the same member: Binder of the formatters, SerializationBinder and Binder of Newtonsoft.Json.
    private static bool HasBinder(SyntaxNode sink) =>
        sink.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment =>
            NameOf(assignment.Left) is "Binder" or "SerializationBinder" && !assignment.Right.ToString().Contains("DefaultSerializationBinder")) == true;

    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };
}
