using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>Reads the pattern or prefix argument of a mapping call.</summary>
internal static class RouteTexts
{
    /// <summary>The text, and the expression that it is written in: the caller's where it arrives as an argument.</summary>
    public static RoutePart Of(IOperation argument, Context context, Values values)
    {
        var written = Values.Unwrap(argument);
        // RoutePatternFactory.Parse("…")
        if (written is IInvocationOperation { TargetMethod.Name: "Parse", Arguments.Length: > 0 } parse && AspNet.IsKnown(parse.TargetMethod)) written = Values.Unwrap(parse.Arguments[0].Value);
        var source = written.ConstantValue.HasValue ? written : values.Define(written, context)?.Operation ?? written;
        return new RoutePart(values.Text(written, context) ?? RoutePattern.Hole, source.Syntax);
    }
}
