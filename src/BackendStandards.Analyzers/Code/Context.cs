using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Code;

/// <summary>
/// How execution got somewhere: the calls entered and the loop elements bound on the way, innermost first. Immutable, compared by content.
/// A builder is the same object only where both its call and its context are the same.
/// </summary>
internal sealed class Context : IEquatable<Context>
{
    /// <summary>The way to code that nobody is seen to call.</summary>
    public static readonly Context Empty = new(null, null, null, null);

    private readonly int _hash;

    private Context(Context? outer, IOperation? call, IForEachLoopOperation? loop, IOperation? element)
    {
        (Outer, Call, Loop, Element) = (outer, call, loop, element);
        Depth = outer is null ? 0 : outer.Depth + 1;
        _hash = outer is null ? 0 : unchecked((outer._hash * 397) ^ (call ?? element!).Syntax.GetHashCode());
    }

    /// <summary>What came before.</summary>
    public Context? Outer { get; }

    /// <summary>The invocation, object creation or property access that was entered.</summary>
    public IOperation? Call { get; }

    /// <summary>The loop whose variable is bound.</summary>
    public IForEachLoopOperation? Loop { get; }

    /// <summary>The element that the loop variable stands for.</summary>
    public IOperation? Element { get; }

    /// <summary>How many steps it has.</summary>
    public int Depth { get; }

    /// <summary>The calls entered, innermost first.</summary>
    public IEnumerable<IOperation> Calls
    {
        get
        {
            for (var context = this; context is not null; context = context.Outer)
                if (context.Call is not null)
                    yield return context.Call;
        }
    }

    /// <summary>Whether a builder's way went through a call.</summary>
    public bool Entered(SyntaxNode call) => Calls.Any(entered => entered.Syntax == call);

    /// <summary>This context, one call deeper.</summary>
    public Context Enter(IOperation call) => new(this, call, null, null);

    /// <summary>This context, for one element of a loop.</summary>
    public Context Bind(IForEachLoopOperation loop, IOperation element) => new(this, null, loop, element);

    /// <summary>This context without the loops that do not enclose an operation: a value followed out of its loop is the same for each element.</summary>
    public Context At(IOperation operation)
    {
        var context = this;
        while (context.Loop is not null && !Encloses(context.Loop.Syntax, operation.Syntax)) context = context.Outer!;
        return context;
    }

    /// <summary>The context of the innermost call, loops of the current function dropped.</summary>
    public Context Frame()
    {
        var context = this;
        while (context.Loop is not null) context = context.Outer!;
        return context;
    }

    /// <summary>The binding of a loop variable in the current function; null where it has none.</summary>
    public Context? BindingOf(ILocalSymbol local)
    {
        for (var context = this; context?.Loop is not null; context = context.Outer)
            if (context.Loop.Locals.Contains(local))
                return context;
        return null;
    }

    /// <summary>Whether a loop of the current function has its element.</summary>
    public bool IsBound(IForEachLoopOperation loop)
    {
        for (var context = this; context?.Loop is not null; context = context.Outer)
            if (context.Loop.Syntax == loop.Syntax)
                return true;
        return false;
    }

    public bool Equals(Context? other)
    {
        var (left, right) = (this, other);
        while (!ReferenceEquals(left, right))
        {
            if (left is null || right is null || left._hash != right._hash || left.Depth != right.Depth) return false;
            if (left.Call?.Syntax != right.Call?.Syntax || left.Element?.Syntax != right.Element?.Syntax) return false;
            (left, right) = (left.Outer, right.Outer);
        }
        return true;
    }

    public override bool Equals(object? other) => Equals(other as Context);

    public override int GetHashCode() => _hash;

    private static bool Encloses(SyntaxNode outer, SyntaxNode inner) => outer.SyntaxTree == inner.SyntaxTree && outer.Span.Contains(inner.Span);
}
