using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>What operators over sequences do with single elements: which input a delegate's parameter takes, and tests that leave only harmless ones.</summary>
internal sealed partial class Engine
{
    private static readonly HashSet<string> Filters = new(StringComparer.Ordinal)
        { "Where", "First", "FirstOrDefault", "Single", "SingleOrDefault", "Last", "LastOrDefault", "TakeWhile", "Find", "FindAll", "FindLast" };

    /// <summary>What a library's operator passes for a parameter of its delegate, where more is known than that it is some input; null for any other.</summary>
    private Value? ElementFor(IInvocationOperation call, IParameterSymbol parameter, Closure? closure, Point at, Frame? frame)
    {
        string? from = (call.TargetMethod.Name, parameter.Ordinal) switch
        {
            ("Aggregate", 0) => call.Arguments.Any(argument => argument.Parameter?.Name == "seed") ? "seed" : "source",
            ("Aggregate", 1) => "source",
            ("Zip", 0) => "first",
            ("Zip", 1) => "second",
            ("Join" or "GroupJoin", 0) => IsGiven(call, "innerKeySelector", closure) ? "inner" : "outer",
            ("Join", 1) => "inner",
            _ => null,
        };
        if (from is null || !IsSequenceOperator(call.TargetMethod)) return null;
        foreach (var argument in call.Arguments)
            if (argument.Parameter?.Name == from) return Input(argument.Value, at, frame).Opaque();
        return null;
    }

    private static bool IsGiven(IInvocationOperation call, string parameter, Closure? closure) => closure is not null && call.Arguments.Any(argument => argument.Parameter?.Name == parameter
        && argument.Value.DescendantsAndSelf().Any(part => closure.Graph is { } graph && part.Syntax == graph.Syntax));

    private static bool IsSequenceOperator(IMethodSymbol method) => method.ContainingType is { Name: "Enumerable" or "Queryable" or "ParallelEnumerable", ContainingNamespace.Name: "Linq" };

    /// <summary>What an operator gives whose own test or whose other input decides that only harmless elements remain; null for any other.</summary>
    private Value? Filtered(IInvocationOperation call, Point at, Frame? frame)
    {
        var method = call.TargetMethod;
        var inputs = (call.Instance is null ? [] : new[] { call.Instance }).Concat(call.Arguments.Select(argument => argument.Value)).ToList();
        if (inputs.Count < 2) return null;
        if (method.Name == "Intersect" && IsSequenceOperator(method))
        {
            var (first, second) = (Input(inputs[0], at, frame).Opaque(), Input(inputs[1], at, frame).Opaque());
            return first.IsSafe ? first : second.IsSafe ? second : first.Join(second);
        }
        if (!Filters.Contains(method.Name) || IsInSource(method) || !AdmitsOnlyHarmless(inputs[1], at, frame)) return null;
        return Value.Of(Origin.Harmless);
    }

    /// <summary>Whether a predicate is met by harmless elements only: one of a fixed list, or a letter or digit.</summary>
    private bool AdmitsOnlyHarmless(IOperation predicate, Point at, Frame? frame)
    {
        if (Plain(predicate) is not IDelegateCreationOperation { Target: var target }) return false;
        if (target is IMethodReferenceOperation { Method: var named }) return IsWordTest(named);
        if (target is not IFlowAnonymousFunctionOperation { Symbol: { Parameters.Length: 1 } symbol } lambda || at.Graph.Nested(lambda.Syntax) is not { Returns.Length: 1 } body) return false;
        var (test, there) = body.Returns[0];
        var element = AccessPath.Of(symbol.Parameters[0].OriginalDefinition);
        return test is IInvocationOperation { TargetMethod: var called, Arguments: { Length: 1 } given } && IsWordTest(called) ? IsAt(given[0].Value, element, there, null) : Narrows(test, true, element, there, frame is null ? null : FrameOf(body, at, frame));
    }

    // The predicate sees the variables around it as they are where it is made.
    private static Frame? FrameOf(FlowGraph body, Point at, Frame frame) => ReferenceEquals(body.Outer, at.Graph) ? frame : null;

    private static bool IsWordTest(IMethodSymbol method) => method is { ContainingType.SpecialType: SpecialType.System_Char, Name: "IsLetter" or "IsDigit" or "IsLetterOrDigit" or "IsNumber" or "IsAsciiLetter" or "IsAsciiDigit" or "IsAsciiLetterOrDigit" or "IsAsciiHexDigit" or "IsAsciiLetterLower" or "IsAsciiLetterUpper" };

    /// <summary>What <c>Regex.Replace</c> leaves where it takes every character away that is no letter or digit; null for any other.</summary>
    private Value? Stripped(IInvocationOperation call, Point at, Frame? frame)
    {
        if (call.TargetMethod is not { Name: "Replace", ContainingType: { Name: "Regex", ContainingNamespace.Name: "RegularExpressions" } } || PatternOf(call, at, frame) is not { } pattern || !WordPattern.Complements(pattern)) return null;
        foreach (var argument in call.Arguments)
            if (argument.Parameter is { Name: "replacement" or "evaluator" }) return argument.Parameter.Name == "replacement" ? Text(argument.Value, at, frame).Opaque() : null;
        return null;
    }
}
