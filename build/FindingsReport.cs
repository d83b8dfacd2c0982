using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>Reads the findings of our rules out of a build's output and prints them: each at its place, or only how many there are of each rule.</summary>
public sealed class FindingsReport : Task
{
    private static readonly Regex Line = new Regex(
        @"^\s*(?<file>.+?)\((?<line>\d+),(?<column>\d+)\): (?<severity>warning|error) (?<id>BST\d{4}): (?<message>.*?)(?: \((?<link>https://[^)]+)\))?(?: \[[^\]]*\])?$");

    /// <summary>The output of the build.</summary>
    [Required]
    public string Output { get; set; }

    /// <summary>The folder that paths are shown from.</summary>
    [Required]
    public string Folder { get; set; }

    /// <summary>Whether each finding is shown.</summary>
    public bool Each { get; set; }

    /// <summary>How many findings were warnings.</summary>
    [Output]
    public int Warnings { get; set; }

    /// <summary>How many findings were errors.</summary>
    [Output]
    public int Errors { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        // A build prints each of them twice: where it happens and in its summary.
        var findings = File.ReadLines(Output).Select(line => Line.Match(line)).Where(match => match.Success)
            .Select(match => new
            {
                File = match.Groups["file"].Value.Replace(Path.GetFullPath(Folder), "").TrimStart('/', '\\').Replace('\\', '/'),
                Line = int.Parse(match.Groups["line"].Value),
                Column = int.Parse(match.Groups["column"].Value),
                Error = match.Groups["severity"].Value == "error",
                Id = match.Groups["id"].Value,
                Message = match.Groups["message"].Value,
                Link = match.Groups["link"].Value,
            })
            .Distinct().OrderBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line).ThenBy(finding => finding.Column).ToList();
        Errors = findings.Count(finding => finding.Error);
        Warnings = findings.Count - Errors;
        if (!Each) return true;

        foreach (var file in findings.GroupBy(finding => finding.File))
        {
            Console.WriteLine();
            Console.WriteLine("  " + file.Key);
            foreach (var finding in file) Console.WriteLine("    {0,4}  {1}  {2}", finding.Line, finding.Id, finding.Message);
        }
        Console.WriteLine();
        foreach (var rule in findings.GroupBy(finding => finding.Id).OrderBy(rule => rule.Key, StringComparer.Ordinal))
            Console.WriteLine("  {0}  {1,4}  {2}", rule.Key, rule.Count(), rule.First().Link);
        Console.WriteLine("  total    {0,4}", findings.Count);
        return true;
    }
}
