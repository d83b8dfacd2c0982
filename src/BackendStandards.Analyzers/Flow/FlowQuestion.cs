namespace BackendStandards.Analyzers.Flow;

/// <summary>What is asked of a value. The way back is the same; what ends it differs.</summary>
internal enum FlowQuestion
{
    /// <summary>Who chose the text that it becomes: a number cannot do harm.</summary>
    Text,

    /// <summary>Who chose how large it is: numbers are followed, and whatever bounds them from above makes them harmless.</summary>
    Size,

    /// <summary>Whether it may be what a look-up gives that found nothing: what tests it for null, or would fail on null, ends it.</summary>
    Absence,
}
