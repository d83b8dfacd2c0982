using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Catalogue;

internal static partial class RuleCatalog
{
    public static readonly DiagnosticDescriptor ResponseOutsideEnvelope = Create(
        id: "BST2001",
        title: "Endpoint does not return the standard envelope",
        messageFormat: "{0} answers {1}",
        category: Category.Contract,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Clients of an API can treat all answers alike only if all have one format: { success, data, meta }. Where the project has the response envelope, a success is given as ApiResults.Ok(…), ApiResponse.Ok(…), or from a group or controllers that wrap what they return. Where no format was chosen, that is suggested once.",
        clauses: ["API-6", "RES-1"]);

    public static readonly DiagnosticDescriptor ErrorOutsideEnvelope = Create(
        id: "BST2003",
        title: "Error response not in the standard error format",
        messageFormat: "'{0}' fails outside of the error format: {1}",
        category: Category.Contract,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A client can act on an error only if it finds the code and the message where it finds those of all others: { success, error: { code, message, details } }. Where the project has the response envelope, a failure is given as ApiResults.NotFound(…), ApiResults.Fail(…) or ApiResponse.Fail(…).",
        clauses: ["API-6", "RES-2"]);

    public static readonly DiagnosticDescriptor ErrorCodeNotInCatalogue = Create(
        id: "BST2004",
        title: "Error code must be UPPER_SNAKE_CASE and come from the catalogue",
        messageFormat: "Error code '{0}' {1}",
        category: Category.Contract,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "Programs compare error codes. One that is written at the place of the failure is misspelled one day, and nobody can list which there are. Codes are constants of ErrorCodes, or of a class marked [ErrorCodes], in UPPER_SNAKE_CASE.",
        clauses: ["RES-2"]);

    public static readonly DiagnosticDescriptor PageWithoutMeta = Create(
        id: "BST2005",
        title: "Paged list envelope lacks meta",
        messageFormat: "{0} takes a page and answers with a list that does not say how many there are: write {1}.Paged(items, page, pageSize, total)",
        category: Category.Contract,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A client that asks for a page has to know which one it got and how many there are, or it asks for pages until one is empty. In the envelope meta says so: { page, pageSize, total }, written by ApiResults.Paged(…) and ApiResponse.Paged(…).",
        clauses: ["API-5", "API-6", "RES-1"]);

    public static readonly DiagnosticDescriptor NoGlobalExceptionHandling = Create(
        id: "BST2006",
        title: "Exceptions of endpoints are handled nowhere",
        messageFormat: "Nothing handles the exceptions that endpoints let through, so that clients get an empty 500: call UseExceptionHandler",
        category: Category.Contract,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "One place has to turn the exceptions that nobody expected into an answer in the application's own format. Without it clients get an empty 500, or each endpoint answers in its own way.",
        cwe: [248],
        owasp: ["API8:2023", "A05:2021"],
        clauses: ["ERR-1"]);

    public static readonly DiagnosticDescriptor ValidationOutsideEnvelope = Create(
        id: "BST2007",
        title: "Validation failures bypass the error format",
        messageFormat: "Requests that are not valid are answered in ASP.NET Core's own format: call AddApiEnvelope() on the {0}",
        category: Category.Contract,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A controller marked [ApiController] answers a request that is not valid before the action runs, as problem details. Where the project has the response envelope, AddControllers().AddApiEnvelope() makes that an error of the format with its details, and so does services.AddApiEnvelope() with what AddValidation() finds.",
        clauses: ["API-6", "RES-2"]);

    public static readonly DiagnosticDescriptor EntityAnswered = Create(
        id: "BST2010",
        title: "Database entity is sent as the response",
        messageFormat: "{0} sends '{1}', a row of the database, with all that is in it: answer with a type of the API's own",
        category: Category.Contract,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "What the database keeps and what the API promises change for different reasons. An entity that is sent as it is shows every column that anybody adds, password hashes among them, and makes each change of the schema a change of the contract.",
        cwe: [213, 200],
        owasp: ["API3:2023"],
        clauses: ["SEC-10"]);

    public static readonly DiagnosticDescriptor EntityBound = Create(
        id: "BST2011",
        title: "Database entity is bound from the request",
        messageFormat: "'{0}' lets the caller fill every column of '{1}', a row of the database: take a type that has what the caller may set",
        category: Category.Contract,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Whatever a request names is bound: a caller who adds \"isAdmin\": true or another owner's id sets it. A request type of its own has the members that a caller may set, and no others.",
        cwe: [915],
        owasp: ["API3:2023"],
        clauses: ["SEC-10"]);

    public static readonly DiagnosticDescriptor EnvelopeNotInPipeline = Create(
        id: "BST2090",
        title: "Response envelope is not in the pipeline",
        messageFormat: "AddApiEnvelope() is called and UseApiEnvelope() is not: exceptions and empty errors are not answered in the error format",
        category: Category.Contract,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "AddApiEnvelope() registers the error format; app.UseApiEnvelope() switches it on. Without it an exception, an unknown address or a 401 has no body, or one in another format.",
        clauses: ["API-6", "RES-2"]);

    public static readonly DiagnosticDescriptor ErrorTextLost = Create(
        id: "BST2091",
        title: "Text of an error is lost in the envelope",
        messageFormat: "What '{0}' says is not sent: the envelope sends the sentence of the status instead; give the text as {1}",
        category: Category.Contract,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A group or controllers with the envelope put every failure into the error format. A text or an object in it could be an exception's, so it is dropped. What is meant for the caller is given as ApiResults.NotFound(…), ApiResults.Fail(…) or ApiResponse.Fail(…), and sent.",
        clauses: ["RES-2", "ERR-1"]);

    public static readonly DiagnosticDescriptor AnswerNotInJsonContext = Create(
        id: "BST2092",
        title: "JSON context does not know what an endpoint answers",
        messageFormat: "'{0}' cannot be written without reflection: {1}",
        category: Category.Contract,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Native code, and a project that switches reflection off for JSON, write only what a JsonSerializerContext describes. The envelope describes itself; the data in it has to be named by a context that is registered, or the request fails with 500.",
        clauses: ["API-6", "RES-1"]);

    public static readonly DiagnosticDescriptor EnvelopeNameTaken = Create(
        id: "BST2093",
        title: "Name of the response envelope means something else",
        messageFormat: "'{0}' {1}",
        category: Category.Contract,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "The types of the envelope have plain names in the namespace BackendStandards. Where another type has the same name, the compiler takes that one or neither; where two projects emit the envelope, each of its types is there twice.",
        clauses: ["API-6"]);
}
