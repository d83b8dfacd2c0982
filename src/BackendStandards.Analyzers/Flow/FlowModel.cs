using System.Collections.Concurrent;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>
/// Answers where values come from, for one compilation: backward and on demand, so that a file without a question costs nothing.
/// Safe to ask from several threads.
/// </summary>
/// <param name="code">The sources that are read.</param>
/// <param name="libraries">What is known of libraries.</param>
/// <param name="marks">What more a variable or member holds, whoever chose it, by its symbol; null marks nothing.</param>
/// <param name="question">What is asked of values.</param>
internal sealed class FlowModel(CodeBase code, LibraryModel libraries, Func<ISymbol, Origin>? marks = null, FlowQuestion question = FlowQuestion.Text)
{
    private readonly ConcurrentDictionary<FlowQuestion, FlowModel> _others = new();
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _exceptions = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<FlowGraph, FlowAnswers> _answers = new();
    private int _questions;
    private int _givenUp;

    /// <summary>The sources that are read.</summary>
    public CodeBase Code { get; } = code;

    /// <summary>What is known of libraries.</summary>
    public LibraryModel Libraries { get; } = libraries;

    /// <summary>What is asked of values.</summary>
    public FlowQuestion Question { get; } = question;

    /// <summary>Whether anything is marked beside what the origins say.</summary>
    public bool HasMarks => marks is not null;

    /// <summary>How many questions were asked.</summary>
    public int Questions => _questions;

    /// <summary>How many answers contain <see cref="Origin.Budget"/>: silences that are only a lack of budget. Tests read it.</summary>
    public int GivenUp => _givenUp;

    internal ConcurrentDictionary<(IOperation, Frame?, FlowGraph, Closure?), Frame> Frames { get; } = new();

    internal ConcurrentDictionary<ISymbol, bool> AutoProperties { get; } = new(SymbolEqualityComparer.Default);

    internal ConcurrentDictionary<(FlowGraph, bool), bool> Prunes { get; } = new();

    internal ConcurrentDictionary<ISymbol, CallSites> Callers { get; } = new(SymbolEqualityComparer.Default);

    internal ConcurrentDictionary<ISymbol, CallSites> Writes { get; } = new(SymbolEqualityComparer.Default);

    internal ConcurrentDictionary<IMethodSymbol, IReadOnlyList<IMethodSymbol>> Overrides { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// Where the value of an expression comes from. The operation may be of any model of its tree; one in code that cannot be reached,
    /// or that has no graph (attributes, half-typed code), is <see cref="Value.Bottom"/>.
    /// </summary>
    public Value OriginsOf(IOperation operation, CancellationToken cancellation)
    {
        if (operation.ConstantValue.HasValue) return Value.Constant(operation.ConstantValue.Value);
        if (Locate(operation, cancellation) is not { } place) return Value.Bottom;
        Interlocked.Increment(ref _questions);
        var answers = _answers.GetOrAdd(place.At.Graph.Outermost, static _ => new());
        Value value;
        lock (answers) value = new Engine(this, answers, cancellation).OriginsOf(place.Operation, place.At);
        if ((value.Origins & Origin.Budget) != 0) Interlocked.Increment(ref _givenUp);
        return value;
    }

    /// <summary>The model that answers another question about the same sources; its answers are kept apart.</summary>
    public FlowModel Asking(FlowQuestion other) => other == Question ? this : _others.GetOrAdd(other, asked => new FlowModel(Code, Libraries, marks, asked));

    /// <summary>What more an expression holds than its inputs: what the host marks, and the details of an exception that is handed over.</summary>
    internal Origin MarkOf(IOperation operation)
    {
        var symbol = operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IMemberReferenceOperation member => member.Member,
            IInvocationOperation call => call.TargetMethod,
            _ => (ISymbol?)null,
        };
        if (symbol is null) return Origin.None;
        var mark = symbol is not ILocalSymbol && operation.Type is { } type && _exceptions.GetOrAdd(type, IsException) ? Origin.Exception : Origin.None;
        return marks is null ? mark : mark | marks(symbol);
    }

    private static bool IsException(ITypeSymbol type)
    {
        for (var up = type; up is not null; up = up.BaseType)
            if (up is { Name: nameof(Exception), ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } }) return true;
        return false;
    }

    /// <summary>The same expression in the graph of its member.</summary>
    private (IOperation Operation, Point At)? Locate(IOperation operation, CancellationToken cancellation) =>
        Code.BodyAround(operation.Syntax, cancellation)?.Graph?.Find(operation.Syntax, operation.Kind);
}
