using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Sums up the test runs from their result files: failures with their messages, the coverage, and as the last line <c>N passed, N failed</c>.
/// A run that was asked for and left no result file counts as a failure.
/// </summary>
public sealed class TestReport : Task
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>The result files (trx), each with a <c>Title</c> and the <c>LogFile</c> of its step.</summary>
    [Required]
    public ITaskItem[] Runs { get; set; }

    /// <summary>The coverage file (cobertura).</summary>
    public string Coverage { get; set; }

    /// <summary>The lines of src that the tests must run through, in percent.</summary>
    public double MinCoverage { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        int passed = 0, failed = 0;
        Console.WriteLine();
        foreach (var run in Runs)
        {
            if (!File.Exists(run.ItemSpec))
            {
                failed++;
                Fail("{0}: no result. The output was:\n{1}", run.GetMetadata("Title"), Tail(run));
                continue;
            }
            var document = XDocument.Load(run.ItemSpec);
            var outcomes = document.Descendants(Trx + "UnitTestResult").ToList();
            var failures = outcomes.Where(result => !IsPassed(result) && !IsSkipped(result)).ToList();
            foreach (var failure in failures) Show(run.GetMetadata("Title"), failure);
            var runPassed = outcomes.Count(IsPassed);
            Console.WriteLine("  {0,-56} {1,5} passed, {2} failed, {3} skipped", run.GetMetadata("Title"), runPassed, failures.Count, outcomes.Count(IsSkipped));
            passed += runPassed;
            failed += failures.Count;

            // A crash between two tests fails the run and no test.
            if (failures.Count == 0 && (runPassed == 0 || !Tail(run).EndsWith("exit code 0", StringComparison.Ordinal)))
            {
                failed++;
                Fail("{0}: the run did not end well. The output was:\n{1}", run.GetMetadata("Title"), Tail(run));
            }
        }
        if (failed == 0) failed += ShowCoverage();
        Console.WriteLine();
        Console.WriteLine("{0} passed, {1} failed", passed, failed);
        BuildEngine7.AllowFailureWithoutError = true;
        return failed == 0;
    }

    private int ShowCoverage()
    {
        if (string.IsNullOrEmpty(Coverage)) return 0;
        if (!File.Exists(Coverage))
        {
            Fail("No coverage was measured.");
            return 1;
        }
        var root = XDocument.Load(Coverage).Root;
        int covered = (int)root.Attribute("lines-covered"), valid = (int)root.Attribute("lines-valid");
        var percent = Math.Round(100.0 * covered / Math.Max(valid, 1), 1);
        Console.WriteLine(FormattableString.Invariant($"  {"Coverage of src",-56} {percent,5:0.0} % of {valid} lines (at least {MinCoverage:0} %)"));
        foreach (var package in root.Descendants("package").OrderBy(package => (string)package.Attribute("name"), StringComparer.Ordinal))
            Console.WriteLine(FormattableString.Invariant($"    {(string)package.Attribute("name"),-54} {100 * double.Parse((string)package.Attribute("line-rate"), CultureInfo.InvariantCulture),5:0.0} %"));
        if (percent >= MinCoverage) return 0;
        Fail("Coverage is below {0} %.", MinCoverage);
        return 1;
    }

    private static void Show(string run, XElement failure)
    {
        var error = failure.Descendants(Trx + "ErrorInfo").FirstOrDefault();
        var frames = ((string)error?.Element(Trx + "StackTrace") ?? "").Split('\n').Where(line => line.Contains(":line "));
        Fail("{0}: {1}\n{2}\n{3}", run, (string)failure.Attribute("testName"), ((string)error?.Element(Trx + "Message"))?.Trim(), string.Join("\n", frames.Select(line => line.Trim())));
    }

    private static void Fail(string format, params object[] arguments) => Console.WriteLine("  FAILED " + string.Format(format, arguments).Replace("\n", "\n    "));

    private static bool IsPassed(XElement result) => (string)result.Attribute("outcome") == "Passed";

    private static bool IsSkipped(XElement result) => (string)result.Attribute("outcome") == "NotExecuted";

    private static string Tail(ITaskItem run)
    {
        var lines = File.ReadAllLines(run.GetMetadata("LogFile"));
        return string.Join("\n", lines.Skip(lines.Length - 60));
    }
}
