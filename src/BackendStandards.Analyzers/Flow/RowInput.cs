using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>
/// An input of a row: a parameter's name, or <c>this</c>. <c>name:Type</c> wants an argument that was a <c>Type</c> before it was converted;
/// <c>name=text</c> and <c>name~text</c> are conditions: the argument is a constant that equals the text, or contains it.
/// </summary>
internal sealed record RowInput(string Name, string Type, string Constant, bool IsPart)
{
    /// <summary>The type of a guard's input that must have been made absolute and free of <c>..</c> first.</summary>
    public const string FullPath = "FullPath";

    /// <summary>Whether this is a condition, not an input.</summary>
    public bool IsCondition => Constant.Length > 0;

    /// <summary>An input as it is written in a file.</summary>
    public static RowInput Parse(string text)
    {
        var mark = text.IndexOfAny([':', '=', '~']);
        if (mark <= 0) return new(text, "", "", IsPart: false);
        var (name, rest) = (text.Substring(0, mark).Trim(), text.Substring(mark + 1).Trim());
        return text[mark] == ':' ? new(name, rest, "", IsPart: false) : new(name, "", rest, IsPart: text[mark] == '~');
    }

    /// <summary>Whether an argument is this input: of its parameter, and of its type where one is named.</summary>
    public bool Takes(IArgumentOperation argument) => argument.Parameter?.Name == Name && (Type.Length == 0 || TypeOf(argument.Value)?.Name == Type);

    /// <summary>Whether an argument fulfils this condition.</summary>
    public bool Holds(IArgumentOperation argument) => argument.Parameter?.Name == Name && argument.Value.ConstantValue is { HasValue: true, Value: string given }
        && (IsPart ? given.IndexOf(Constant, StringComparison.OrdinalIgnoreCase) >= 0 : given.Equals(Constant, StringComparison.OrdinalIgnoreCase));

    // What a library takes by an implicit conversion from a text is a text.
    private static ITypeSymbol? TypeOf(IOperation value)
    {
        while (value is IConversionOperation { IsImplicit: true } conversion) value = conversion.Operand;
        return value.Type;
    }
}
