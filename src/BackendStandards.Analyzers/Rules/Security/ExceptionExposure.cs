using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Configuration;
using BackendStandards.Analyzers.Flow;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>What BST3090 asks beyond the flow: whether an answer can hold details at all, and whether they are meant for the client.</summary>
internal static class ExceptionExposure
{
    internal static readonly Option<ImmutableHashSet<string>> UserFacing = Option.List(
        "bst3090.user_facing_exceptions", "Exception types of other assemblies whose messages are written for users; types that derive from them count too.",
        "DomainException", "BusinessException", "BusinessRuleValidationException", "UserFriendlyException", "ValidationException", "BadHttpRequestException");

    private const int MaxDepth = 2;

    // What an answer calls the place where it tells of a failure.
    private static readonly ImmutableHashSet<string> Telling = ImmutableHashSet.Create(
        StringComparer.Ordinal, "error", "errors", "message", "messages", "exception", "detail", "details", "reason", "stack", "trace", "failure", "failures", "fault", "faults", "problem", "problems");

    /// <summary>Whether a value that is sent can hold an exception's details. Most answers are data, and need no question.</summary>
    public static bool MayHold(Sink sink)
    {
        var value = sink.Value;
        while (value is IConversionOperation { OperatorMethod: null } conversion) value = conversion.Operand;
        return value.Type is not { } type || MayHold(type, 0) is not { } answer ? IsNearCatch(sink.Value.Syntax) : answer;
    }

    /// <summary>The origins that count: an exception's details, unless all that leaves is meant to be read.</summary>
    public static Origin Counts(FlowFinding finding)
    {
        if (finding.Value.Worst(Origin.Exception) is not { } trace) return Origin.None;
        var (code, cancellation) = (finding.Flow.Code, finding.Cancellation);
        if (DevelopmentOnly.Is(finding.Sink.Operation, code, cancellation)) return Origin.None;
        var uses = new ExceptionUses(code, UserFacing.Read(finding.Options), cancellation);
        var answer = uses.Leave(finding.Sink.Value);
        foreach (var hop in trace.Hops)
        {
            if (code.BodyAround(hop.Syntax, cancellation)?.At(hop.Syntax) is not { } step) continue;
            if (DevelopmentOnly.Is(step, code, cancellation)) return Origin.None;
            if (answer != Answer.Yes && uses.Leave(step) is var found && found != Answer.Unknown) answer = found;
        }
        if (answer == Answer.Unknown && code.BodyAround(finding.Sink.Value.Syntax, cancellation) is { } body) answer = uses.Leave(body.Root);
        return answer == Answer.No || (answer == Answer.Unknown && uses.IsUserFacing(trace.Source?.Type)) ? Origin.None : Origin.Exception;
    }

    // Null: it depends on what is around.
    private static bool? MayHold(ITypeSymbol type, int depth)
    {
        if (type.SpecialType is SpecialType.System_String or SpecialType.System_Object || type.TypeKind is TypeKind.Dynamic or TypeKind.Error || type.IsAnonymousType || type.IsTupleType) return true;
        // What is wrong with those is reported where it is put in.
        if (HarmlessTypes.Contain(type) || Symbols.Derives(type, "ProblemDetails") || Symbols.Derives(type, "ModelStateDictionary")) return false;
        if (Symbols.Derives(type, nameof(Exception))) return true;
        if (depth >= MaxDepth) return null;
        if (type is INamedTypeSymbol { IsGenericType: true } generic && generic.TypeArguments.Any(argument => !AspNet.InSource(type) && MayHold(argument, depth + 1) == true && argument.SpecialType == SpecialType.None)) return true;
        for (var up = type; up is not null && AspNet.InSource(up); up = up.BaseType)
            if (up.GetMembers().Any(member => member is IPropertySymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public } property && !HarmlessTypes.IsScalar(property.Type) && Words.Split(property.Name).Any(Telling.Contains))) return true;
        return null;
    }

    private static bool IsNearCatch(SyntaxNode node) =>
        node.AncestorsAndSelf().Any(up => up is Microsoft.CodeAnalysis.CSharp.Syntax.CatchClauseSyntax);
}
