using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>Which values say that something has failed.</summary>
internal static class ErrorShapes
{
    private static readonly ImmutableHashSet<string> Flags = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "success", "isSuccess", "succeeded", "isSuccessful");

    // What stands beside an error without being a result of its own.
    private static readonly ImmutableHashSet<string> Companions = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "message", "code", "errorCode", "errorMessage", "details", "detail", "status", "statusCode", "title", "type", "description", "reason", "traceId", "timestamp", "field", "success", "isSuccess", "succeeded", "isSuccessful", "error", "errors");

    private static readonly ImmutableHashSet<string> Endings = ImmutableHashSet.Create(StringComparer.Ordinal, "error", "response", "details", "detail", "dto", "model", "result", "body", "message", "payload");

    /// <summary>What about a value says it, in a user's words; null where nothing surely does.</summary>
    public static string? Describe(IOperation value) => value switch
    {
        IAnonymousObjectCreationOperation anonymous => OfMembers(anonymous.Initializers),
        IObjectCreationOperation creation => OfCreation(creation) ?? OfType(creation.Type),
        IInvocationOperation { TargetMethod: { Name: "Fail" or "Failure", IsStatic: true } method } when HasFlag(method.ReturnType) => $"'{method.ContainingType.Name}.{method.Name}'",
        _ => OfType(value.Type),
    };

    private static string? OfMembers(ImmutableArray<IOperation> members)
    {
        var values = members.OfType<ISimpleAssignmentOperation>().Select(write => ((write.Target as IPropertyReferenceOperation)?.Property.Name ?? "", Value: Values.Unwrap(write.Value))).ToList();
        // An answer to many questions has its errors item by item.
        if (values.Exists(member => !Companions.Contains(member.Item1))) return null;
        foreach (var (name, value) in values)
        {
            if (Flags.Contains(name) && value.ConstantValue is { HasValue: true, Value: false }) return $"'{name} = false'";
            if (name.Equals("error", StringComparison.OrdinalIgnoreCase) && IsTold(value)) return $"a member '{name}'";
        }
        return null;
    }

    private static bool IsTold(IOperation value) => value.Type is { SpecialType: SpecialType.System_String } or { IsAnonymousType: true } or { TypeKind: TypeKind.Class, SpecialType: SpecialType.None }
        ? value.ConstantValue is not { HasValue: true, Value: null } && value is not IConditionalOperation and not ICoalesceOperation && value.Type.NullableAnnotation != NullableAnnotation.Annotated && value is not IPropertyReferenceOperation { Property.NullableAnnotation: NullableAnnotation.Annotated }
        : value.ConstantValue is { HasValue: true, Value: true };

    private static string? OfCreation(IObjectCreationOperation creation)
    {
        var given = creation.Arguments.Select(argument => (Name: argument.Parameter?.Name ?? "", Value: Values.Unwrap(argument.Value)))
            .Concat((creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty).OfType<ISimpleAssignmentOperation>().Select(write => (Name: (write.Target as IPropertyReferenceOperation)?.Property.Name ?? "", Value: Values.Unwrap(write.Value)))).ToList();
        var failed = given.Find(member => Flags.Contains(member.Name) && member.Value.ConstantValue is { HasValue: true, Value: false });
        // success: false beside the results of a batch is not about the request as a whole.
        return failed.Value is not null && !given.Exists(member => member.Name.Equals("results", StringComparison.OrdinalIgnoreCase) || member.Name.Equals("items", StringComparison.OrdinalIgnoreCase)) ? $"'{failed.Name} = false'" : null;
    }

    private static string? OfType(ITypeSymbol? type)
    {
        if (type is null or { SpecialType: not SpecialType.None } || type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } || Lists.ElementOf(type) is not null) return null;
        if (Symbols.Derives(type, "ProblemDetails")) return $"'{type.Name}'";
        var words = Words.Split(type.Name);
        return words.Count > 0 && words.Contains("error") && Endings.Contains(words[words.Count - 1]) && words[0] is not ("log" or "logged") ? $"'{type.Name}'" : null;
    }

    private static bool HasFlag(ITypeSymbol type) => type.GetMembers().OfType<IPropertySymbol>().Any(property => Flags.Contains(property.Name) && property.Type.SpecialType == SpecialType.System_Boolean);
}
