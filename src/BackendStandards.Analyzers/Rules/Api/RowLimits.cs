using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BackendStandards.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>Finds the number of rows in SQL text: what stands behind <c>LIMIT</c>, <c>TOP</c> or <c>FETCH NEXT</c>, as a hole or as a parameter.</summary>
internal static class RowLimits
{
    private const string Words = @"\b(?:LIMIT|TOP|FETCH\s+(?:NEXT|FIRST))\s*\(?\s*";
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Regex Open = new(Words + "$", Options);
    private static readonly Regex Named = new(Words + @"[@:$](\w+)", Options);

    /// <summary>The numbers of rows in a query; nothing for almost all operations.</summary>
    public static ImmutableArray<Sink> Find(IOperation operation, LibraryModel libraries) => operation switch
    {
        IInterpolatedStringOperation text => InText(text),
        IInvocationOperation call when libraries.MayBeSink(call.TargetMethod.Name, call.TargetMethod.ContainingType?.Name) => InParameters(call, libraries),
        _ => ImmutableArray<Sink>.Empty,
    };

    private static ImmutableArray<Sink> InText(IInterpolatedStringOperation text)
    {
        var found = ImmutableArray<Sink>.Empty;
        var isQuery = false;
        for (var i = 0; i < text.Parts.Length; i++)
        {
            if (text.Parts[i] is not IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string before } }) continue;
            isQuery |= before.IndexOf("select", StringComparison.OrdinalIgnoreCase) >= 0;
            if (isQuery && i + 1 < text.Parts.Length && text.Parts[i + 1] is IInterpolationOperation { Expression: var value } && Open.Match(before) is { Success: true } match)
                found = found.Add(new("size", value, NameOf(match.Value), text, IsAppended: false));
        }
        return found;
    }

    /// <summary><c>Query("… LIMIT @size", new { size })</c>.</summary>
    private static ImmutableArray<Sink> InParameters(IInvocationOperation call, LibraryModel libraries)
    {
        var row = libraries.RowsOf(call.TargetMethod).FirstOrDefault(row => row is { Kind: RowKind.Sink, Detail: "sql" });
        if (row is null || call.Arguments.FirstOrDefault(argument => row.Inputs.Contains(argument.Parameter?.Name ?? ""))?.Value.ConstantValue is not { HasValue: true, Value: string sql }) return ImmutableArray<Sink>.Empty;
        var found = ImmutableArray<Sink>.Empty;
        foreach (Match match in Named.Matches(sql))
            foreach (var argument in call.Arguments)
                if (Unwrapped(argument.Value) is IAnonymousObjectCreationOperation parameters)
                    foreach (var initializer in parameters.Initializers)
                        if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name }, Value: var value } && name.Equals(match.Groups[1].Value, StringComparison.OrdinalIgnoreCase))
                            found = found.Add(new("size", value, NameOf(match.Value), call, IsAppended: false));
        return found;
    }

    private static IOperation Unwrapped(IOperation operation)
    {
        while (operation is IConversionOperation conversion) operation = conversion.Operand;
        return operation;
    }

    private static string NameOf(string words) => words.TrimStart().Substring(0, words.TrimStart().IndexOfAny([' ', '(', '\t', '\n', '\r']) is > 0 and var end ? end : words.Length).ToUpperInvariant();
}
