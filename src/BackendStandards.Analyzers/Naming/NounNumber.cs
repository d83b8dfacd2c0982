namespace BackendStandards.Analyzers.Naming;

/// <summary>What is known of the number of an English noun.</summary>
internal enum NounNumber
{
    /// <summary>The word is not in the lexicon, or can be read in two ways.</summary>
    Unknown,

    /// <summary>One thing of a kind that can be counted.</summary>
    Singular,

    /// <summary>Several of them.</summary>
    Plural,

    /// <summary>One form for both (<c>series</c>), or nothing that is counted (<c>equipment</c>).</summary>
    Uncountable,
}
