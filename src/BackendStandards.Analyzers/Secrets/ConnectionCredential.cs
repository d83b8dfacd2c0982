namespace BackendStandards.Analyzers.Secrets;

/// <summary>A credential in a connection string or URL.</summary>
/// <param name="Key">Under which key it stands; <c>password</c> in a URL.</param>
/// <param name="Start">Where its value begins in the text.</param>
/// <param name="IsEmpty">Whether a password is given, and is empty.</param>
/// <param name="IsLocal">Whether it opens something on the own machine only, or is a user's name again, as servers come out of the box.</param>
/// <param name="IsUrl">Whether it stands in a URL.</param>
internal sealed record ConnectionCredential(string Key, int Start, bool IsEmpty, bool IsLocal, bool IsUrl);
