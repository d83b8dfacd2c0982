namespace BackendStandards.Analyzers.Validation;

/// <summary>What a member of a request model holds, as far as constraints go.</summary>
internal enum InputKind
{
    /// <summary>Nothing that a constraint would narrow: an enum, a truth value, an identifier, a file.</summary>
    None,
    Text,
    Number,
    Date,
    Collection,

    /// <summary>A model of its own, declared in this compilation.</summary>
    Nested,
}
