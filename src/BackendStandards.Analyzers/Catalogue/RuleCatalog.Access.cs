using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Catalogue;

internal static partial class RuleCatalog
{
    public static readonly DiagnosticDescriptor ObjectNotTiedToCaller = Create(
        id: "BST3060",
        title: "Object access is not tied to the caller",
        messageFormat: "{0} reads '{1}' by its key alone: whoever is signed in reaches everybody's; ask for '{2}' of the caller too",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "Who is signed in may call the endpoint, and an identifier is easily guessed or found: without a look at the owner, each user reads and changes the things of all others (insecure direct object reference).",
        cwe: [639],
        owasp: ["API1:2023", "A01:2021"],
        clauses: ["SEC-7"]);

    public static readonly DiagnosticDescriptor PrivilegedFieldFromClient = Create(
        id: "BST3070",
        title: "Client can set a privileged field",
        messageFormat: "The request of {0} decides '{1}': {2}",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A member that decides about rights, ownership, money or confirmation is copied from the request, so that whoever sends it decides it (mass assignment). The server sets it, from what it knows of the caller.",
        cwe: [915, 639],
        owasp: ["API3:2023", "A01:2021"],
        clauses: ["SEC-10"]);

    public static readonly DiagnosticDescriptor IdentityFromClient = Create(
        id: "BST3071",
        title: "Identity taken from client input",
        messageFormat: "{0} is taken for {1}, and any caller can send what he likes: {2}",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Headers, query and body are written by the caller. Who he is, which tenant and role he has, is said by the token or cookie that the server has checked, and his address by the connection.",
        cwe: [290, 807],
        owasp: ["API1:2023", "A07:2021"],
        clauses: ["SEC-10"]);
}
