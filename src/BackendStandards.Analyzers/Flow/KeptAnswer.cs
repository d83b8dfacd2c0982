namespace BackendStandards.Analyzers.Flow;

/// <summary>What became of a question inside a question.</summary>
internal sealed class KeptAnswer
{
    /// <summary>The value; null as long as there is none that may be given again.</summary>
    public Value? Value { get; set; }

    /// <summary>The engine in which the question is open, or whose open questions the value rests on; null for a value that rests on none.</summary>
    public Engine? By { get; set; }

    /// <summary>The depth of a question that is open; -1 for one that is not.</summary>
    public int Depth { get; set; } = -1;

    /// <summary>The open questions that the value rests on.</summary>
    public DepthSet RestsOn { get; set; }

    /// <summary>What was found until the budget ran out.</summary>
    public Value? Unfinished { get; set; }

    /// <summary>The steps that there were for it.</summary>
    public int Steps { get; set; }
}
