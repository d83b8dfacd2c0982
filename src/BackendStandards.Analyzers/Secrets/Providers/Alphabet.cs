namespace BackendStandards.Analyzers.Secrets.Providers;

/// <summary>The characters that the random part of a token is made of.</summary>
internal enum Alphabet
{
    /// <summary>Small hexadecimal digits.</summary>
    Hex,

    /// <summary>Capitals and digits.</summary>
    Upper,

    /// <summary>Small letters and digits.</summary>
    Lower,

    /// <summary>Letters and digits.</summary>
    Alphanumeric,

    /// <summary>Letters, digits and underscores.</summary>
    Word,

    /// <summary>Base64 for URLs: letters, digits, dashes and underscores.</summary>
    Base64Url,

    /// <summary>Base64 without its padding.</summary>
    Base64,
}
