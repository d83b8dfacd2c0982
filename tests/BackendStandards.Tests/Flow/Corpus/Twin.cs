namespace BackendStandards.Tests.Flow.Corpus;

/// <summary>One labelled sink of a shape.</summary>
/// <param name="Name">The shape and the member around the sink, with a number where the member has several.</param>
/// <param name="Path">The file of the shape.</param>
/// <param name="FirstLine">The line where the sink's statement begins.</param>
/// <param name="LastLine">The line where it ends; the label stands there.</param>
/// <param name="IsVulnerable">What the label says.</param>
internal sealed record Twin(string Name, string Path, int FirstLine, int LastLine, bool IsVulnerable)
{
    public override string ToString() => $"{Name} ({Path}:{LastLine + 1}, {(IsVulnerable ? "vulnerable" : "safe")})";
}
