using System.Text;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>
/// Reads the beginning of an address, as far as its host: behind a fixed host, or a beginning that makes it relative, a value can name nothing but a path.
/// </summary>
internal sealed class UrlText
{
    private const int MaxDepth = 12;
    private static readonly string[] Schemes = ["http://", "https://", "ws://", "wss://", "ftp://", "file://", "//", "\\\\"];

    private readonly FlowModel _flow;
    private readonly CancellationToken _cancellation;
    private readonly StringBuilder _start = new();
    private readonly ulong _kind;
    private readonly SyntaxNode? _until;
    private Origin _origins;
    private bool _closed;

    private UrlText(FlowModel flow, ulong kind, SyntaxNode? until, CancellationToken cancellation) => (_flow, _kind, _until, _cancellation) = (flow, kind, until, cancellation);

    /// <summary>The origins of what stands before the end of the host.</summary>
    public static Origin OriginsOfHost(FlowFinding finding)
    {
        var text = new UrlText(finding.Flow, finding.Flow.Libraries.KindOf(finding.Sink.Kind), null, finding.Cancellation);
        text.Read(finding.Sink.Value, 0);
        return text._origins;
    }

    /// <summary>Whether a text that begins so has a fixed host, or is relative.</summary>
    public static bool FixesHost(string start)
    {
        start = start.TrimStart();
        if (start.Length == 0) return false;
        foreach (var scheme in Schemes)
        {
            if (scheme.StartsWith(start, StringComparison.OrdinalIgnoreCase) && start != "/") return false;
            if (start.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) return start.IndexOfAny(['/', '?', '#', '\\'], scheme.Length) >= 0;
        }
        return true;
    }

    private void Read(IOperation? operation, int depth)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (_closed || operation is null) return;
        if (_until is not null && operation.Syntax == _until)
        {
            _origins = Origin.Request;
            _closed = true;
            return;
        }
        if (operation.ConstantValue.HasValue)
        {
            Append(operation.ConstantValue.Value?.ToString() ?? "");
            return;
        }
        if (depth > MaxDepth)
        {
            Piece(operation);
            return;
        }
        switch (operation)
        {
            case IConversionOperation { OperatorMethod: null } conversion: Read(conversion.Operand, depth + 1); return;
            case IParenthesizedOperation parenthesized: Read(parenthesized.Operand, depth + 1); return;
            case IInterpolatedStringOperation text:
                foreach (var part in text.Parts) Read(part is IInterpolationOperation hole ? hole.Expression : (part as IInterpolatedStringTextOperation)?.Text, depth + 1);
                return;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String } add:
                Read(add.LeftOperand, depth + 1);
                Read(add.RightOperand, depth + 1);
                return;
            case IInvocationOperation { TargetMethod: { Name: "Concat", ContainingType.SpecialType: SpecialType.System_String } } call when call.Arguments.All(argument => argument.Value.Type?.SpecialType == SpecialType.System_String):
                foreach (var argument in call.Arguments) Read(argument.Value, depth + 1);
                return;
            case IInvocationOperation { TargetMethod: { Name: "Format", ContainingType.SpecialType: SpecialType.System_String } } call when FormatOf(call) is { Length: > 0 } format && format[0] != '{':
                Append(format.Substring(0, (format + "{").IndexOf('{')));
                if (!_closed) Piece(call);
                return;
            case IObjectCreationOperation { Type: { Name: "Uri" } } uri when uri.Arguments.Length > 0 && uri.Arguments[0].Value.Type?.SpecialType == SpecialType.System_String:
                Read(uri.Arguments[0].Value, depth + 1);
                return;
            case IObjectCreationOperation { Type: { Name: "Uri" } } uri when uri.Arguments.Length == 2:
                // An absolute second part replaces the first one.
                Alternatives([uri.Arguments[0].Value, uri.Arguments[1].Value], depth);
                return;
            case IConditionalOperation { WhenFalse: { } otherwise } choice: Alternatives([choice.WhenTrue, otherwise], depth); return;
            case ICoalesceOperation coalesce: Alternatives([coalesce.Value, coalesce.WhenNull], depth); return;
            case ISwitchExpressionOperation choice: Alternatives(choice.Arms.Select(arm => arm.Value), depth); return;
            case IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: false } method } when ReturnsOf(method) is { Count: > 0 } returns: Alternatives(returns, depth); return;
            case ILocalReferenceOperation local when WritesOf(local) is { Count: > 0 } writes: Alternatives(writes, depth); return;
            default: Piece(operation); return;
        }
    }

    private static string? FormatOf(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "format")?.Value.ConstantValue is { HasValue: true, Value: string format } ? format : null;

    // What a method of the sources puts together is read there: a host that it fixes is fixed for all callers.
    private IReadOnlyList<IOperation?>? ReturnsOf(IMethodSymbol method) =>
        method.ReturnType.SpecialType == SpecialType.System_String && !method.IsVirtual && !method.IsAbstract && _flow.Code.BodyOf(method, _cancellation) is { Owner: { } owner } body
            ? body.ReturnsOf(owner).Select(returned => returned.ReturnedValue).ToList() : null;

    /// <summary>What a local was made of, where that is written in the same member and is a text that can be read.</summary>
    private IReadOnlyList<IOperation>? WritesOf(ILocalReferenceOperation local)
    {
        if (_flow.Code.BodyAround(local.Syntax, _cancellation) is not { } body || body.At(local.Syntax) is not { } use) return null;
        var all = body.ReferencesTo(local.Local);
        // A variable that is added to, or handed out to be written, is left to the engine.
        if (all.Any(reference => reference.Parent is ICompoundAssignmentOperation or IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out })) return null;
        return LocalWrites.Reaching(body, local.Local, use);
    }

    /// <summary>Each of several texts may stand here: what follows is reached if one leaves the host open.</summary>
    private void Alternatives(IEnumerable<IOperation?> choices, int depth)
    {
        var start = _start.ToString();
        var (open, origins, longest) = (false, _origins, start);
        foreach (var choice in choices)
        {
            _start.Clear().Append(start);
            (_closed, _origins) = (false, Origin.None);
            Read(choice, depth + 1);
            origins |= _origins;
            if (!_closed) (open, longest) = (true, _start.ToString());
        }
        _start.Clear().Append(longest);
        (_closed, _origins) = (!open, origins);
    }

    private void Append(string text)
    {
        _start.Append(text);
        _closed = FixesHost(_start.ToString());
    }

    /// <summary>A piece that is no text to be read: its own origins count, unless it was joined in behind a host of its own.</summary>
    private void Piece(IOperation operation)
    {
        var value = _flow.OriginsOf(operation, _cancellation).For(_kind);
        if (value.TryConstant(out var constant))
        {
            Append(constant?.ToString() ?? "");
            return;
        }
        foreach (var trace in value.Traces)
            if ((trace.Origin & (Origin.Request | Origin.External)) != 0 && (trace.Hole is not { } hole || !IsBehindHost(hole))) _origins |= trace.Origin & (Origin.Request | Origin.External);
        _closed = true;
    }

    /// <summary>Whether an expression was joined into a text where the text's host was fixed already.</summary>
    private bool IsBehindHost(IOperation hole)
    {
        SyntaxNode? top = null;
        for (var up = hole.Syntax.Parent; up is ExpressionSyntax or InterpolatedStringContentSyntax or ArgumentSyntax or ArgumentListSyntax; up = up.Parent)
            if (up is InterpolatedStringExpressionSyntax or BinaryExpressionSyntax or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Format" or "Concat" } }) top = up;
        if (top is null || top.Contains(_until) || _flow.Code.Model(top.SyntaxTree).GetOperation(top, _cancellation) is not { } text) return false;
        var inner = new UrlText(_flow, _kind, hole.Syntax, _cancellation);
        inner.Read(text, 0);
        return inner._closed && (inner._origins & Origin.Request) == 0;
    }
}
