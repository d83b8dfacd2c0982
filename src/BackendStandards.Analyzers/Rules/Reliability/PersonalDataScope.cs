namespace BackendStandards.Analyzers.Rules.Reliability;

/// <summary>What counts as personal data in a log.</summary>
internal enum PersonalDataScope
{
    /// <summary>Numbers of documents, cards and accounts, birth dates, telephone numbers and addresses of homes.</summary>
    Standard,

    /// <summary>E-mail addresses and the names of people too.</summary>
    Strict,
}
