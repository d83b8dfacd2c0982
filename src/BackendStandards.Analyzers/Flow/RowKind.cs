namespace BackendStandards.Analyzers.Flow;

/// <summary>What a row of a <c>.model</c> file says of a member.</summary>
internal enum RowKind
{
    /// <summary>A value given here has an effect that a rule watches.</summary>
    Sink,

    /// <summary>What it gives comes from outside.</summary>
    Source,

    /// <summary>What it gives consists of the named inputs only.</summary>
    Pass,

    /// <summary>What it gives cannot leave its place in a text: in any, or in those of the named kinds of sink.</summary>
    Harmless,

    /// <summary>Where it answers yes, the named inputs are good for the named kinds of sink.</summary>
    Guard,

    /// <summary>It joins its inputs into one text.</summary>
    Concat,

    /// <summary>It puts its arguments into its receiver.</summary>
    Mutate,

    /// <summary>It gives null where nothing is found.</summary>
    Lookup,
}
