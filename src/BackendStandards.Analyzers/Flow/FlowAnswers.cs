namespace BackendStandards.Analyzers.Flow;

/// <summary>
/// What was answered on the way to the questions of one member. It is not shared between members: which of them is analysed first is chance, and what
/// another has found already would decide where the budget of this one ends. Asked by one thread at a time.
/// </summary>
internal sealed class FlowAnswers
{
    private readonly Dictionary<Asked, KeptAnswer> _answers = [];

    /// <summary>The entry of a question; null before it was asked.</summary>
    public KeptAnswer? Find(in Asked asked) => _answers.TryGetValue(asked, out var known) ? known : null;

    /// <summary>A new entry.</summary>
    public KeptAnswer Add(in Asked asked)
    {
        var made = new KeptAnswer();
        _answers.Add(asked, made);
        return made;
    }
}
