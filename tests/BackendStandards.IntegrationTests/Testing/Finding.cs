namespace BackendStandards.IntegrationTests.Testing;

/// <summary>A result of one of our rules in a SARIF log, or an expectation of one. The level is that of SARIF: error, warning, note or none.</summary>
internal sealed record Finding(string File, int Line, string Rule)
{
    public string Level { get; init; } = "";

    public bool Suppressed { get; init; }

    public bool IsAt(Finding other) => (File, Line, Rule) == (other.File, other.Line, other.Rule);

    public override string ToString() => $"{File}:{Line} {Rule}";
}
