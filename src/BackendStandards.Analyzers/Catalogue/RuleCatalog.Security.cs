using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Catalogue;

internal static partial class RuleCatalog
{
    public static readonly DiagnosticDescriptor EndpointInputNotValidated = Create(
        id: "BST3001",
        title: "Endpoint input is not validated",
        messageFormat: "'{0}' of {1} is accepted without validation: {2}",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A request model whose members carry no constraint lets a caller send empty, oversized or senseless values straight into the business logic. Annotate the model, give it a validator, or test its members before use.",
        cwe: [20],
        owasp: ["API3:2023", "API8:2023"],
        clauses: ["SEC-1"]);

    public static readonly DiagnosticDescriptor SqlTextIsConcatenated = Create(
        id: "BST3020",
        title: "SQL text is built by concatenation",
        messageFormat: "SQL text given to '{0}' {1}",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A value that is joined into SQL text can change the statement itself (SQL injection). Send the text with placeholders and the values as parameters.",
        cwe: [89],
        owasp: ["API8:2023", "A03:2021"],
        clauses: ["SEC-3", "DB-1"],
        minimal: true);

    public static readonly DiagnosticDescriptor PredictableSecret = Create(
        id: "BST3057",
        title: "Security value is predictable",
        messageFormat: "'{0}' must not be guessed, and is {1}",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Tokens, one-time codes, keys and salts protect only as long as nobody can guess them. Draw them with RandomNumberGenerator.",
        cwe: [330, 338, 328],
        owasp: ["API2:2023", "A02:2021"],
        clauses: ["SEC-6"]);

    public static readonly DiagnosticDescriptor SecretComparedInVariableTime = Create(
        id: "BST3058",
        title: "Secret is compared in a time that tells where it differs",
        messageFormat: "'{0}' is compared by an equality that ends at the first difference: use CryptographicOperations.FixedTimeEquals",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "An equality that ends at the first different character takes longer the more of a guess is right, which lets a patient caller find the secret piece by piece.",
        cwe: [208],
        owasp: ["API2:2023", "A02:2021"],
        clauses: ["SEC-6"]);

    public static readonly DiagnosticDescriptor WeakPasswordProtection = Create(
        id: "BST3081",
        title: "Passwords are protected too weakly",
        messageFormat: "{0}",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Stolen hashes are tried against billions of guesses a second: a password's hash has to be slow and salted, passwords long enough, and guesses at the login few.",
        cwe: [916, 521, 307],
        owasp: ["API2:2023", "A02:2021", "A07:2021"],
        clauses: ["SEC-9"]);
}
