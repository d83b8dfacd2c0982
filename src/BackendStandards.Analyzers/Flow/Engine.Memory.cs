using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>What is kept of the answers to questions inside one question, and how cycles are cut.</summary>
internal sealed partial class Engine
{
    /// <summary>An answer that took fewer is not worth a place among those that could not be finished.</summary>
    private const int MinStepsKept = 40;

    // Answers that rest on questions which are still open. Each is good for as long as all of those are, and is dropped with the innermost of them.
    private readonly List<KeptAnswer>?[] _droppedWith = new List<KeptAnswer>?[MaxOpenQuestions + 1];

    // How many questions are open.
    private int _open;

    // The open questions that were asked again since the innermost one was opened.
    private DepthSet _cycles;

    /// <summary>
    /// Guards against cycles, and gives an answer again: one that is whole for the member's questions, one that rests on a question which is open for as long as
    /// that is. Members that call each other would otherwise be gone through again from each of them. What a lack of budget cut short is given again to who has no
    /// more to spend. True: the value is the answer; false: it has to be found, and given to <see cref="Close"/>.
    /// </summary>
    private bool IsAnswered(in Asked asked, out Value value, out Opened opened)
    {
        opened = default;
        var entry = answers.Find(asked);
        if (entry is not null)
        {
            // What another engine left open was cancelled.
            if (entry.Depth >= 0 && ReferenceEquals(entry.By, this))
            {
                _cycles = _cycles.With(entry.Depth);
                value = Value.Cycle;
                return true;
            }
            if (entry.Value is { } known && (entry.By is null || ReferenceEquals(entry.By, this)))
            {
                _cycles = _cycles.Union(entry.RestsOn);
                value = known;
                return true;
            }
        }
        // What could not be finished with half of what is left now would hardly be with all of it.
        var available = _maxSteps - _steps;
        if (entry is { Unfinished: { } found } && entry.Steps * 2 >= available)
        {
            value = found;
            return true;
        }
        value = Value.Bottom;
        if (++_steps > _maxSteps || _open > MaxOpenQuestions)
        {
            value = Value.Of(Origin.Budget);
            return true;
        }
        cancellation.ThrowIfCancellationRequested();
        entry ??= answers.Add(asked);
        (entry.Value, entry.By, entry.Depth) = (null, this, _open);
        opened = new(entry, _cycles, available);
        _open++;
        _cycles = default;
        return false;
    }

    /// <summary>Keeps the answer to a question that was opened.</summary>
    private Value Close(in Opened opened, Value value)
    {
        var entry = opened.Entry;
        var mine = --_open;
        entry.Depth = -1;
        if (_droppedWith[mine] is { Count: > 0 } dropped)
        {
            foreach (var provisional in dropped) provisional.Value = null;
            dropped.Clear();
        }
        var restsOn = _cycles.Below(mine);
        if ((value.Origins & Origin.Budget) == 0)
        {
            (entry.Value, entry.RestsOn) = (value, restsOn);
            if (restsOn.IsEmpty) entry.By = null;
            else (_droppedWith[restsOn.Highest] ??= []).Add(entry);
        }
        else if (_steps > _maxSteps && opened.Available >= MinStepsKept && opened.Available >= entry.Steps) (entry.Unfinished, entry.Steps) = (value, opened.Available);
        _cycles = opened.Outer.Union(restsOn);
        return value;
    }

    /// <summary>The answer where a call is entered a third time: what it is given, and it rests on a question that is open.</summary>
    private Value Recursion(IOperation call, Point at, Frame? frame)
    {
        _cycles = _cycles.With(0);
        return call is IInvocationOperation invocation ? Inputs(call, null, invocation.Arguments, at, frame).Opaque() : Value.Cycle;
    }

    /// <summary>A question that was opened.</summary>
    private readonly struct Opened(KeptAnswer entry, DepthSet outer, int available)
    {
        public KeptAnswer Entry { get; } = entry;

        /// <summary>The cycles of the question around it.</summary>
        public DepthSet Outer { get; } = outer;

        /// <summary>The steps that were left when it was opened.</summary>
        public int Available { get; } = available;
    }
}
