using System;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>Writes a line where the steps write theirs: the build's own messages come in their own time.</summary>
public sealed class Say : Task
{
    /// <summary>The line.</summary>
    [Required]
    public string Text { get; set; }

    /// <summary>Whether the line tells why the build fails, which it then does.</summary>
    public bool Fails { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        Console.WriteLine(Text);
        BuildEngine7.AllowFailureWithoutError = true;
        return !Fails;
    }
}
