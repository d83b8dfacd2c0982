using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>Reads time spans that are written in the code.</summary>
internal static class Durations
{
    /// <summary>The minutes of <c>TimeSpan.FromHours(2)</c>, <c>new TimeSpan(0, 10, 0)</c>, <c>TimeSpan.MaxValue</c>; null for a value that is not seen.</summary>
    public static double? MinutesOf(IOperation value)
    {
        switch (Values.Unwrap(value))
        {
            case IInvocationOperation { TargetMethod: { ContainingType.Name: nameof(TimeSpan), Name: var name } } call when call.Arguments.Length > 0 && call.Arguments.Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue).ToList() is { Count: 1 } given && Number(given[0].Value) is { } count:
                return name switch
                {
                    "FromDays" => count * 24 * 60,
                    "FromHours" => count * 60,
                    "FromMinutes" => count,
                    "FromSeconds" => count / 60,
                    "FromMilliseconds" => count / 60_000,
                    _ => null,
                };
            case IObjectCreationOperation { Type.Name: nameof(TimeSpan), Arguments: { Length: 3 or 4 } arguments }:
                var parts = arguments.Select(argument => Number(argument.Value)).ToList();
                if (parts.Contains(null)) return null;
                var offset = parts.Count - 3;
                return ((offset == 0 ? 0 : parts[0]!.Value) * 24 * 60) + (parts[offset]!.Value * 60) + parts[offset + 1]!.Value + (parts[offset + 2]!.Value / 60);
            case IFieldReferenceOperation { Field: { Name: nameof(TimeSpan.MaxValue), ContainingType.Name: nameof(TimeSpan) } }:
                return double.MaxValue;
            default:
                return null;
        }
    }

    private static double? Number(IOperation value) => value.ConstantValue is { HasValue: true, Value: { } constant } ? constant switch { int number => number, long number => number, double number => number, _ => null } : null;
}
