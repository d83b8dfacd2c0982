using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Sql;

/// <summary>
/// The text that one expression builds: its constant pieces, folded together, and the holes between them, each with its place in the statement.
/// Knows interpolation, <c>+</c>, <c>string.Format</c> and <c>string.Concat</c>; anything else is one hole.
/// </summary>
internal sealed class SqlTemplate
{
    private SqlTemplate(ImmutableArray<SqlPart> parts) => Parts = parts;

    /// <summary>The pieces, in the order of the text. Two texts never follow each other.</summary>
    public ImmutableArray<SqlPart> Parts { get; }

    /// <summary>The template of an expression that gives a SQL text.</summary>
    public static SqlTemplate Of(IOperation text)
    {
        var builder = new Builder();
        builder.Add(text, isFormatted: false);
        return new(SqlScanner.Scan(builder.Finish()));
    }

    /// <summary>Where a hole stands in the largest text expression around it.</summary>
    public static SqlContext ContextOf(IOperation hole)
    {
        var top = hole;
        for (var up = hole.Parent; up is not null && (BuildsText(up) || up is IInterpolationOperation or IArgumentOperation or IConversionOperation or IArrayInitializerOperation or IArrayCreationOperation); up = up.Parent)
            if (BuildsText(up)) top = up;
        return Of(top).Parts.FirstOrDefault(part => part.Hole is not null && part.Hole.Syntax == hole.Syntax)?.Context ?? SqlContext.Unknown;
    }

    private static bool BuildsText(IOperation operation) => operation switch
    {
        IInterpolatedStringOperation => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } => true,
        IInvocationOperation { TargetMethod: { Name: "Format" or "Concat", ContainingType.SpecialType: SpecialType.System_String } } => true,
        _ => false,
    };

    private sealed class Builder
    {
        private readonly ImmutableArray<SqlPart>.Builder _parts = ImmutableArray.CreateBuilder<SqlPart>();
        private readonly StringBuilder _text = new();

        public void Add(IOperation operation, bool isFormatted)
        {
            while (operation is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion) operation = conversion.Operand;
            switch (operation)
            {
                case { ConstantValue: { HasValue: true, Value: string or char or null } } when !isFormatted: _text.Append(operation.ConstantValue.Value); return;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String } add: AddChain(add); return;
                case IInterpolatedStringOperation interpolated when !isFormatted: AddParts(interpolated); return;
                case IParenthesizedOperation parenthesized: Add(parenthesized.Operand, isFormatted); return;
                case IInvocationOperation { TargetMethod: { Name: "Concat", ContainingType.SpecialType: SpecialType.System_String } } concat when Inputs(concat) is { } inputs:
                    foreach (var input in inputs) Add(input, isFormatted: false);
                    return;
                case IInvocationOperation { TargetMethod: { Name: "Format", ContainingType.SpecialType: SpecialType.System_String } } format when AddFormat(format): return;
            }
            Flush();
            _parts.Add(new("", operation, isFormatted, SqlContext.Unknown));
        }

        public ImmutableArray<SqlPart> Finish()
        {
            Flush();
            return _parts.ToImmutable();
        }

        // A long chain nests to the left as deep as it is long.
        private void AddChain(IBinaryOperation add)
        {
            var rights = new Stack<IOperation>();
            IOperation spine = add;
            while (spine is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, ConstantValue.HasValue: false, Type.SpecialType: SpecialType.System_String } link)
            {
                rights.Push(link.RightOperand);
                spine = link.LeftOperand;
            }
            Add(spine, isFormatted: false);
            while (rights.Count > 0) Add(rights.Pop(), isFormatted: false);
        }

        private void AddParts(IInterpolatedStringOperation interpolated)
        {
            foreach (var part in interpolated.Parts)
                if (part is IInterpolationOperation hole) Add(hole.Expression, hole.Alignment is not null || hole.FormatString is not null);
                else if (part is IInterpolatedStringTextOperation text) Add(text.Text, isFormatted: false);
        }

        private bool AddFormat(IInvocationOperation call)
        {
            if (call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "format")?.Value is not { ConstantValue: { HasValue: true, Value: string format } }) return false;
            var inputs = call.Arguments.Where(argument => argument.Parameter?.Name is not ("format" or "provider")).SelectMany(argument => Inputs(argument.Value) ?? [argument.Value]).ToList();
            if (CompositeFormat.Parse(format) is not { } pieces || pieces.Any(piece => piece.Index >= inputs.Count)) return false;
            foreach (var piece in pieces)
                if (piece.Index < 0) _text.Append(piece.Text);
                else Add(inputs[piece.Index], piece.IsFormatted);
            return true;
        }

        private static IEnumerable<IOperation>? Inputs(IInvocationOperation call)
        {
            var inputs = call.Arguments.Select(argument => Inputs(argument.Value) ?? [argument.Value]).ToList();
            // string.Concat(IEnumerable<string>) and arrays made elsewhere cannot be taken apart.
            return call.Arguments.All(argument => argument.Value.Type?.SpecialType is SpecialType.System_String or SpecialType.System_Object || Inputs(argument.Value) is not null)
                ? inputs.SelectMany(input => input)
                : null;
        }

        private static IEnumerable<IOperation>? Inputs(IOperation argument) => argument is IArrayCreationOperation { IsImplicit: true, Initializer: { } list } ? list.ElementValues : null;

        private void Flush()
        {
            if (_text.Length == 0) return;
            _parts.Add(new(_text.ToString(), null, IsFormatted: false, SqlContext.Unknown));
            _text.Clear();
        }
    }
}
