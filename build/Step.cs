using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// One step of the build, on one line: what it does and how long it took. Its output goes to a file and is shown only where the step fails
/// unexpectedly.
/// </summary>
public sealed class Step : Task
{
    /// <summary>What the line says.</summary>
    [Required]
    public string Title { get; set; }

    /// <summary>The arguments of <c>dotnet</c>.</summary>
    [Required]
    public string Arguments { get; set; }

    /// <summary>The file that keeps the output; its last line names the exit code.</summary>
    [Required]
    public string LogFile { get; set; }

    /// <summary>Whether the caller judges the exit code itself.</summary>
    public bool MayFail { get; set; }

    /// <summary>The exit code.</summary>
    [Output]
    public int ExitCode { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        Console.Write("  " + Title.PadRight(56));
        var clock = Stopwatch.StartNew();
        var output = Run();
        Console.WriteLine(clock.Elapsed.TotalSeconds.ToString("0").PadLeft(5) + " s");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(LogFile)));
        File.WriteAllLines(LogFile, output);
        File.AppendAllText(LogFile, "exit code " + ExitCode);
        if (ExitCode == 0 || MayFail) return true;

        Console.WriteLine();
        foreach (var line in output) Console.WriteLine(line);
        Console.WriteLine("'dotnet {0}' ended with exit code {1}.", Arguments, ExitCode);
        BuildEngine7.AllowFailureWithoutError = true;
        return false;
    }

    private List<string> Run()
    {
        var lines = new List<string>();
        var start = new ProcessStartInfo("dotnet", Arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetDirectoryName(BuildEngine.ProjectFileOfTaskNode),
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDTERMINALLOGGER"] = "off";
        using (var process = new Process { StartInfo = start })
        {
            DataReceivedEventHandler keep = (_, e) => { if (e.Data != null) lock (lines) lines.Add(e.Data); };
            process.OutputDataReceived += keep;
            process.ErrorDataReceived += keep;
            process.Start();
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            process.WaitForExit();
            ExitCode = process.ExitCode;
        }
        return lines;
    }
}
