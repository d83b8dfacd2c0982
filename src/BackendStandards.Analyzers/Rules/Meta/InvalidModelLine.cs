using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace BackendStandards.Analyzers.Rules.Meta;

/// <summary>BST0004: a line of the user's own <c>.model</c> file says nothing that the flow rules could use. The other lines hold.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InvalidModelLine() : BackendAnalyzer(RuleCatalog.InvalidModelLine)
{
    /// <summary>What a row looks like.</summary>
    internal const string Form = ": write sink, source, pass, harmless, guard, concat or mutate, what it is about where the kind wants that, and Namespace.Type.Member with the names of its parameters in parentheses";

    private const int LongestShown = 60;

    private protected override void Start(RuleRegistration registration) => registration.OnAdditionalFile(Check);

    private static void Check(AdditionalFileAnalysisContext context)
    {
        if (!UserModels.IsModel(context.AdditionalFile.Path) || context.AdditionalFile.GetText(context.CancellationToken) is not { Length: <= UserModels.LongestText } text) return;
        foreach (var line in text.Lines)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (Fault(line.ToString()) is not { } fault) continue;
            var span = TextSpan.FromBounds(line.Start + Indent(line.ToString()), line.End);
            context.ReportDiagnostic(Diagnostic.Create(RuleCatalog.InvalidModelLine, Location.Create(context.AdditionalFile.Path, span, text.Lines.GetLinePositionSpan(span)), fault));
        }
    }

    /// <summary>What is wrong with a line; null for a row, a comment or an empty line.</summary>
    private static string? Fault(string line)
    {
        var (rows, bad) = ModelParser.Parse(line);
        if (!bad.IsEmpty) return $"'{Shown(line.Trim())}' is no row{Form}";
        if (rows.IsEmpty) return null;
        var row = rows[0];
        return row.Kind switch
        {
            RowKind.Source when !UserModels.Tiers.Contains(row.Detail) => $"'{row.Detail}' is no tier of a source: use '{string.Join("' or '", UserModels.Tiers)}'",
            RowKind.Sink or RowKind.Guard or RowKind.Harmless when Unknown(row.Detail) is { } kind => $"'{kind}' is no kind of sink: use one of {string.Join(", ", FlowRules.Kinds)}",
            RowKind.Sink when row.Inputs.IsEmpty && row.Member == "new" => "a constructor that is a sink needs the name of the parameter",
            _ => null,
        };
    }

    private static string? Unknown(string kinds) => kinds.Length == 0 ? null : kinds.Split(',').FirstOrDefault(kind => kind != "none" && !FlowRules.Kinds.Contains(kind));

    private static int Indent(string line) => line.Length - line.TrimStart().Length;

    private static string Shown(string line)
    {
        var shown = line.Length <= LongestShown ? line : line.Substring(0, LongestShown - 3) + "...";
        return new string(shown.Select(c => char.IsControl(c) ? '?' : c).ToArray());
    }
}
