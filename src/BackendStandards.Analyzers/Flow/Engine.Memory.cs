using System.Collections.Concurrent;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>What is kept of the answers to questions inside one question, and how cycles are cut.</summary>
internal sealed partial class Engine
{
    /// <summary>An answer that took fewer is not worth a place among those that could not be finished.</summary>
    private const int MinStepsKept = 40;

    // The open questions, each with its depth.
    private readonly Dictionary<object, int> _open = [];

    // Answers that rest on questions which are still open. Each is good for as long as all of those are, and is dropped with the innermost of them.
    private readonly Dictionary<object, (Value Value, DepthSet RestsOn)> _provisional = [];
    private readonly List<object>?[] _droppedWith = new List<object>?[MaxOpenQuestions + 1];

    // The open questions that were asked again since the innermost one was opened.
    private DepthSet _cycles;

    /// <summary>
    /// Guards against cycles, and keeps an answer: for the compilation, or, where it rests on a question that is open, for as long as that is. Members that call
    /// each other would otherwise be gone through again from each of them. What a lack of budget cut short is given again to who has no more to spend.
    /// </summary>
    private Value Remember<TKey>(TKey key, ConcurrentDictionary<TKey, Value> memo, Func<Value> answer)
        where TKey : notnull
    {
        if (memo.TryGetValue(key, out var known)) return known;
        object boxed = key;
        if (_open.TryGetValue(boxed, out var depth))
        {
            _cycles = _cycles.With(depth);
            return Value.Cycle;
        }
        if (_provisional.TryGetValue(boxed, out var kept))
        {
            _cycles = _cycles.Union(kept.RestsOn);
            return kept.Value;
        }
        // What could not be finished with half of what is left now would hardly be with all of it.
        var available = _maxSteps - _steps;
        if (flow.Unfinished.TryGetValue(boxed, out var unfinished) && unfinished.Steps * 2 >= available) return unfinished.Value;
        if (++_steps > _maxSteps || _open.Count > MaxOpenQuestions) return Value.Of(Origin.Budget);
        cancellation.ThrowIfCancellationRequested();
        var (mine, outer) = (_open.Count, _cycles);
        _cycles = default;
        _open.Add(boxed, mine);
        var value = answer();
        _open.Remove(boxed);
        foreach (var dropped in _droppedWith[mine] ?? []) _provisional.Remove(dropped);
        _droppedWith[mine]?.Clear();
        var restsOn = _cycles.Below(mine);
        if ((value.Origins & Origin.Budget) == 0)
        {
            if (restsOn.IsEmpty) memo.TryAdd(key, value);
            else
            {
                _provisional[boxed] = (value, restsOn);
                (_droppedWith[restsOn.Highest] ??= []).Add(boxed);
            }
        }
        else if (_steps > _maxSteps && available >= MinStepsKept) flow.Unfinished[boxed] = (value, available);
        _cycles = outer.Union(restsOn);
        return value;
    }

    /// <summary>The answer where a call is entered a third time: what it is given, and it rests on a question that is open.</summary>
    private Value Recursion(IOperation call, Point at, Frame? frame)
    {
        _cycles = _cycles.With(0);
        return call is IInvocationOperation invocation ? Inputs(call, null, invocation.Arguments, at, frame).Opaque() : Value.Cycle;
    }
}
