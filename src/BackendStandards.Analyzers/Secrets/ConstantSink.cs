namespace BackendStandards.Analyzers.Secrets;

/// <summary>A parameter or property of a library that takes a key or credential.</summary>
/// <param name="Type">The metadata name of the type that declares it.</param>
/// <param name="Member">The method or property; <c>.ctor</c> for a constructor.</param>
/// <param name="Parameter">The parameter; <c>value</c> for a property.</param>
/// <param name="Role">What it is taken for.</param>
/// <param name="Setting">The configuration key to suggest; without a section where the code's own type gives it; null where configuration is no place for it.</param>
/// <param name="Kind">What a credential's value may look like.</param>
internal sealed record ConstantSink(string Type, string Member, string Parameter, SinkRole Role, string? Setting, CredentialKind Kind = CredentialKind.Key);
