using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Catalogue;

/// <content>Whether what comes in is validated.</content>
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

    public static readonly DiagnosticDescriptor ValidationNeverRuns = Create(
        id: "BST3002",
        title: "Validation is declared but never runs",
        messageFormat: "Validation of '{0}' in {1} never runs: {2}",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Annotations and validators are declarations: something has to run them. Minimal APIs do so once AddValidation is called, controllers once [ApiController] or a test of ModelState asks for the outcome, and a FluentValidation validator when it is called. Until then the model reads as protected, and is not.",
        cwe: [20],
        owasp: ["API3:2023", "API8:2023"],
        clauses: ["SEC-1"]);

    public static readonly DiagnosticDescriptor InputWithoutBound = Create(
        id: "BST3003",
        title: "Input has no size bound",
        messageFormat: "'{0}' of '{1}' takes {2} from the request: bound it, for example with {3}",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A text, a list or a quantity without an upper bound lets one request take as much memory, time, storage or money as its sender likes. Say how much makes sense, and refuse the rest.",
        cwe: [770, 1284],
        owasp: ["API4:2023"],
        clauses: ["SEC-1"]);

    public static readonly DiagnosticDescriptor ValidationResultIgnored = Create(
        id: "BST3004",
        title: "Validation result is ignored",
        messageFormat: "{0} is asked and its answer thrown away: {1}",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A validator only says what is wrong. Code that calls it and goes on regardless takes in what was found to be invalid, and reads as if it did not.",
        cwe: [252],
        owasp: ["API3:2023", "A10:2025"],
        clauses: ["SEC-1"]);

    public static readonly DiagnosticDescriptor UploadNotChecked = Create(
        id: "BST3005",
        title: "Uploaded file is not checked",
        messageFormat: "{0} saves what is uploaded without a check: {1}",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A file that is stored as it comes can fill the disk, be a program or a page that is served to others later, or have a name that puts it elsewhere or over another file. Limit its length, let in the types that are meant, and choose its name on the server.",
        cwe: [434, 22],
        owasp: ["API4:2023"],
        clauses: ["SEC-1", "SEC-10"]);
}
