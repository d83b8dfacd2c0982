using BackendStandards.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Rules;

/// <summary>A rule of the form "X reaches Y": which origins matter at which sink, as the table in docs/models.md says.</summary>
/// <param name="Sink">The kind of sink, as the <c>.model</c> rows name it.</param>
/// <param name="Descriptor">What is reported.</param>
internal sealed record FlowRule(string Sink, DiagnosticDescriptor Descriptor)
{
    /// <summary>Origins that are reported where they are joined into a text.</summary>
    public Origin Joined { get; init; }

    /// <summary>Origins that are reported even where the text arrives whole.</summary>
    public Origin Whole { get; init; }

    /// <summary>Origins that are reported as a suggestion where they are joined into a text.</summary>
    public Origin JoinedAsSuggestion { get; init; }

    /// <summary>Origins that are reported as a suggestion even where the text arrives whole.</summary>
    public Origin WholeAsSuggestion { get; init; }

    /// <summary>Which of a value's origins count at a sink where the place in the text matters; none: all of them.</summary>
    public Func<FlowFinding, Origin>? Counts { get; init; }

    /// <summary>Whether a value of this kind is worth a question, by its type and place alone; none: always.</summary>
    public Func<Sink, bool>? Asks { get; init; }

    /// <summary>What is asked of the value.</summary>
    public FlowQuestion Question { get; init; }

    /// <summary>The origins whose way is shown.</summary>
    public Origin Shown { get; init; } = Origin.Text;

    /// <summary>Whether the sink itself is the finding, whatever the value: origins are not asked for then.</summary>
    public Func<Sink, CancellationToken, bool>? Is { get; init; }

    /// <summary>What is put into the message.</summary>
    public Func<FlowFinding, object[]> Words { get; init; } = static _ => [];

    /// <summary>The form of all rules but SQL's: request data is reported as the descriptor says, other input as a suggestion, anything else is not.</summary>
    public static FlowRule OfInput(string sink, DiagnosticDescriptor descriptor, params string[] words) => new(sink, descriptor)
    {
        Joined = Origin.Request,
        Whole = Origin.Request,
        JoinedAsSuggestion = Origin.External,
        WholeAsSuggestion = Origin.External,
        Words = finding => [finding.Source, finding.Sink.Name, .. words],
    };

    /// <summary>How a value at a sink is to be reported; null: not at all.</summary>
    public DiagnosticSeverity? SeverityOf(FlowFinding finding)
    {
        if (Is is not null) return Is(finding.Sink, finding.Cancellation) ? Descriptor.DefaultSeverity : null;
        var (origins, joined) = (finding.Value.Origins, finding.Value.Joined);
        var counted = origins & (Whole | WholeAsSuggestion | Joined | JoinedAsSuggestion);
        if (counted == 0 || finding.IsGuarded) return null;
        if (Counts?.Invoke(finding) is { } counting) (origins, joined) = (origins & counting, joined & counting);
        if ((joined & Joined) != 0 || (origins & Whole) != 0) return Descriptor.DefaultSeverity;
        return (joined & JoinedAsSuggestion) != 0 || (origins & WholeAsSuggestion) != 0 ? DiagnosticSeverity.Info : null;
    }
}
