using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Catalogue;

internal static partial class RuleCatalog
{
    public static readonly DiagnosticDescriptor ProviderCredential = Create(
        id: "BST4001",
        title: "Provider credential is in the source",
        messageFormat: "{0} is in the source: revoke it and read its successor from configuration or a secret store",
        category: Category.Secrets,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "The text has the format that a known issuer gives its tokens and keys, so it is one. Whoever can read the source, its history or the built assembly can use it. Revoke it first: taking it out of the source does not take it back.",
        cwe: [798],
        owasp: ["API2:2023", "API8:2023", "A07:2021"],
        clauses: ["SEC-12"],
        minimal: true);

    public static readonly DiagnosticDescriptor HardcodedCredential = Create(
        id: "BST4002",
        title: "Credential is hard-coded",
        messageFormat: "{0} '{1}' is hard-coded: read it from configuration or a secret store",
        category: Category.Secrets,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Whoever can read the source, its history or the built assembly can read the credential, and it cannot be changed without a release. Keep it outside the code and rotate the one that was committed.",
        cwe: [798, 259],
        owasp: ["API2:2023", "API8:2023", "A07:2021"],
        clauses: ["SEC-12"],
        minimal: true);

    public static readonly DiagnosticDescriptor HardcodedKey = Create(
        id: "BST4003",
        title: "Cryptographic or signing key is hard-coded",
        messageFormat: "{0} given to '{1}' is hard-coded: {2}",
        category: Category.Secrets,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A key in the source is known to everybody who has the source or the assembly: they can forge tokens and read what was encrypted. Keep keys outside the code and rotate the one that was committed. A constant initialization vector or salt takes away what it is there for: make a random one each time.",
        cwe: [321, 798],
        owasp: ["API2:2023", "A02:2021"],
        clauses: ["SEC-12"],
        minimal: true);

    public static readonly DiagnosticDescriptor CredentialInConnectionString = Create(
        id: "BST4004",
        title: "Credential stands in a connection string or URL",
        messageFormat: "{0}",
        category: Category.Secrets,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Whoever can read the source, its history or the built assembly can open the database, queue or account, and the password cannot be changed without a release. Read the connection string from configuration, or use an identity that needs no password.",
        cwe: [798, 259],
        owasp: ["API2:2023", "API8:2023", "A07:2021"],
        clauses: ["SEC-12"],
        minimal: true);

    public static readonly DiagnosticDescriptor SecretInSettingsFile = Create(
        id: "BST4005",
        title: "Secret stands in a settings file",
        messageFormat: "{0} '{1}' stands in a settings file: keep it in user secrets, the environment or a secret store",
        category: Category.Secrets,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Settings files are committed, built into images and copied to servers along with the code, so a secret in one is as public as the source. Keep the key in the file if you like, and the value outside of it. Rotate what was committed.",
        cwe: [312, 798],
        owasp: ["API8:2023", "A05:2021", "A07:2021"],
        clauses: ["SEC-12"],
        minimal: true);
}
