using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Catalogue;

internal static partial class RuleCatalog
{
    public static readonly DiagnosticDescriptor SensitiveValueLogged = Create(
        id: "BST6001",
        title: "Sensitive value is logged",
        messageFormat: "'{0}' is sensitive and is disclosed by '{1}': leave it out or mask it",
        category: Category.Reliability,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Logs are copied, indexed and read by many: a password, token or key written there is disclosed for as long as they are kept. Leave the value out, or log a mask of it.",
        cwe: [532],
        owasp: ["API8:2023", "A09:2021"],
        clauses: ["SEC-8"],
        minimal: true);

    public static readonly DiagnosticDescriptor ObjectWithSensitiveMembersLogged = Create(
        id: "BST6002",
        title: "Object with sensitive members is logged",
        messageFormat: "'{0}' is written whole by '{1}', and with it its '{2}': write its members one by one, or except that one",
        category: Category.Reliability,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "An object that is serialised, destructured or printed into a log takes all of its members with it, those that must not be seen too. Log the few members that matter, or except the sensitive one from serialisation.",
        cwe: [532],
        owasp: ["API8:2023", "A09:2021"],
        clauses: ["SEC-8"]);

    public static readonly DiagnosticDescriptor FrameworkLogsSensitiveData = Create(
        id: "BST6003",
        title: "Framework is told to log sensitive data",
        messageFormat: "'{0}' writes {1} into the log: leave it to development",
        category: Category.Reliability,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Frameworks leave values, tokens and bodies out of their logs until they are told otherwise. Logs are read by more people, and kept for longer, than the data itself.",
        cwe: [532, 215],
        owasp: ["A09:2021"],
        clauses: ["SEC-8"]);

    public static readonly DiagnosticDescriptor PersonalDataLogged = Create(
        id: "BST6004",
        title: "Personal data is logged",
        messageFormat: "'{0}' is personal data and is disclosed by '{1}': leave it out or mask it",
        category: Category.Reliability,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "What identifies a person or their means of payment does not belong into logs, which are copied, kept and read by many. Log an identifier of your own instead, or a mask.",
        cwe: [359, 532],
        owasp: ["API8:2023", "A09:2021"],
        clauses: ["SEC-8"]);

    public static readonly DiagnosticDescriptor LogMessageNotATemplate = Create(
        id: "BST6020",
        title: "Log message is not a structured template",
        messageFormat: "The values of this message are lost in its text: give '{0}' a template with named placeholders, and the values as arguments",
        category: Category.Reliability,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A text that is put together before it is logged cannot be searched by its values or grouped by its message, is built even where the level is off, and carries whatever input holds into the template. Use a constant template with named placeholders.",
        cwe: [117],
        owasp: ["A09:2021"],
        clauses: ["LOG-1"]);

    public static readonly DiagnosticDescriptor ExceptionNotPassedToLog = Create(
        id: "BST6022",
        title: "Exception is not passed to the log",
        messageFormat: "'{0}' tells of a failure without its exception: pass it, so that the log has its type, stack and inner exceptions",
        category: Category.Reliability,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A message without its exception says that something failed and not where or why. Loggers have a parameter for it, which keeps type, stack and inner exceptions and lets sinks treat them as such.",
        cwe: [778],
        owasp: ["A09:2021"],
        clauses: ["LOG-2"]);

    public static readonly DiagnosticDescriptor LogLevelDoesNotFit = Create(
        id: "BST6023",
        title: "Log level does not fit the event",
        messageFormat: "{0}: use '{1}'",
        category: Category.Reliability,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "Alerts and searches go by the level: a failure below Warning is seen by nobody, and an Error that is none wakes somebody for nothing.",
        cwe: [778],
        owasp: ["A09:2021"],
        clauses: ["LOG-2"]);
}
