using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Catalogue;

internal static partial class RuleCatalog
{
    public static readonly DiagnosticDescriptor MethodNotDeclared = Create(
        id: "BST1001",
        title: "Endpoint does not declare its HTTP method",
        messageFormat: "'{0}' answers to every HTTP method: say which, as [HttpGet] or MapGet does",
        category: Category.Api,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "An endpoint without a method answers GET and DELETE alike: a link, a crawler or a forged image tag can make it change data, and the description lists it under every method or under none.",
        owasp: ["API8:2023"],
        clauses: ["API-1"]);

    public static readonly DiagnosticDescriptor ReadChangesState = Create(
        id: "BST1002",
        title: "GET endpoint changes state",
        messageFormat: "{0} {1}: what reads must not change anything; answer {2} instead",
        category: Category.Api,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Browsers fetch ahead, proxies keep, crawlers follow and clients repeat what is asked with GET, and a foreign page can have it asked by an image. A request that changes something is a POST, PUT, PATCH or DELETE.",
        cwe: [352],
        owasp: ["API8:2023"],
        clauses: ["API-1"]);

    public static readonly DiagnosticDescriptor BodyOfBodilessVerb = Create(
        id: "BST1003",
        title: "Request body on GET, HEAD or DELETE",
        messageFormat: "{0} takes '{1}' from a body, which {2} requests have no agreed meaning for: take it from the query, or use POST",
        category: Category.Api,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "HTTP gives the body of a GET, HEAD or DELETE request no meaning. Browsers refuse to send one, proxies and caches drop it, and so the endpoint works in one client and fails in the next.",
        clauses: ["API-1"]);

    public static readonly DiagnosticDescriptor CollectionIsSingular = Create(
        id: "BST1010",
        title: "Collection segment should be a plural noun",
        messageFormat: "{0}: '{1}' holds many and is named like one: call it '{2}'",
        category: Category.Api,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A path names a collection, and an identifier picks one of it: /orders/7. Where some collections are called like one thing and some like many, every client has to look each of them up.",
        clauses: ["API-4"]);

    public static readonly DiagnosticDescriptor VerbInPath = Create(
        id: "BST1011",
        title: "Verb in a resource path",
        messageFormat: "{0}: '{1}' says '{2}', which the HTTP method says: let the path name the resource alone",
        category: Category.Api,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A path names a thing, and the HTTP method says what is done with it. With the verb in the path one resource has as many addresses as there are verbs, and proxies, caches and clients cannot tell a read from a change.",
        clauses: ["API-4"]);

    public static readonly DiagnosticDescriptor PathCasing = Create(
        id: "BST1012",
        title: "Path segments should be lowercase kebab-case",
        messageFormat: "{0}: '{1}' is written '{2}' in a path",
        category: Category.Api,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "Addresses are compared letter by letter by caches, logs and everything that is not the router. One casing throughout, lower case with hyphens, leaves nothing to remember.",
        clauses: ["API-4"]);

    public static readonly DiagnosticDescriptor MalformedPath = Create(
        id: "BST1013",
        title: "Malformed or over-nested path",
        messageFormat: "{0}: {1}",
        category: Category.Api,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "A stray slash, a file extension, a segment that stands there twice, four levels of resources in each other, one identifier with two names: each makes a path that a client gets wrong.",
        clauses: ["API-4"]);

    public static readonly DiagnosticDescriptor CreationAnsweredOk = Create(
        id: "BST1020",
        title: "POST that creates returns 200",
        messageFormat: "{0} creates one '{1}' and answers 200: answer 201 with the location of the new one",
        category: Category.Api,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "201 tells a client that something new exists, and its Location header where: clients, caches and tools act on that. 200 says no more than that the request was understood.",
        clauses: ["API-2"]);

    public static readonly DiagnosticDescriptor EmptySuccess = Create(
        id: "BST1021",
        title: "Empty success should be 204",
        messageFormat: "{0} answers 200 with nothing in it: answer 204 No Content",
        category: Category.Api,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "200 OK announces a representation. A client that reads one finds an empty body, which is no JSON. 204 No Content says that it worked and that there is nothing to read.",
        clauses: ["API-2"]);

    public static readonly DiagnosticDescriptor MissingResourceIsSuccess = Create(
        id: "BST1022",
        title: "Missing resource is answered as a success",
        messageFormat: "'{0}' gives null where nothing is found, and {1} answers that as a success: answer 404",
        category: Category.Api,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A client that asks for a resource that is not there gets 200 with nothing in it, or 204, and takes that for an answer. Test the result of the look-up, and answer 404 Not Found.",
        clauses: ["API-2"]);

    public static readonly DiagnosticDescriptor ErrorSentAsSuccess = Create(
        id: "BST1023",
        title: "Error body sent with a success status",
        messageFormat: "{0} answers 200, and {1} says that it failed: answer with the status of the error",
        category: Category.Api,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Clients, retries, caches, gateways and monitoring look at the status. An error that is sent as 200 is taken for an answer, cached, and counted as a success.",
        clauses: ["API-2"]);

    public static readonly DiagnosticDescriptor StatusCodeWrong = Create(
        id: "BST1024",
        title: "Wrong or magic status code",
        messageFormat: "{0}",
        category: Category.Api,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "The status code is the part of an answer that everything reads. A number that is none, or that says something else than what has happened, misleads all of it; a bare number has to be looked up.",
        clauses: ["API-2"]);

    public static readonly DiagnosticDescriptor RouteNotVersioned = Create(
        id: "BST1030",
        title: "Route is not versioned",
        messageFormat: "No API version in '{0}': {1}",
        category: Category.Api,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A route without a version leaves no way to change the contract without breaking every client at once. Put the endpoint under a version segment such as /api/v1, or declare its version with Asp.Versioning.",
        owasp: ["API9:2023"],
        clauses: ["API-3"]);

    public static readonly DiagnosticDescriptor VersionInconsistent = Create(
        id: "BST1031",
        title: "API version is inconsistent",
        messageFormat: "{0}: {1}",
        category: Category.Api,
        defaultSeverity: DiagnosticSeverity.Info,
        description: "Where versions are written in two ways, or the route says one and the metadata another, clients and gateways cannot tell which version they call.",
        owasp: ["API9:2023"],
        clauses: ["API-3"]);

    public static readonly DiagnosticDescriptor ListWithoutPaging = Create(
        id: "BST1040",
        title: "List endpoint without pagination",
        messageFormat: "{0} answers with every row that there is: take a page and its size from the query, and answer with that page",
        category: Category.Api,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A list that is short today grows with the data. One day the server reads, holds and sends all of it for every caller, and no client can ask for less. A list is answered in pages, of a size that has an upper bound.",
        cwe: [770],
        owasp: ["API4:2023"],
        clauses: ["API-5"]);

    public static readonly DiagnosticDescriptor PageSizeUnbounded = Create(
        id: "BST1041",
        title: "Page size has no upper bound",
        messageFormat: "{0} decides how much '{1}' takes, and nothing bounds it: limit it with [Range] or Math.Clamp",
        category: Category.Api,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A caller who asks for a page of a million rows makes the server read, hold and send them all. A page size that a request chooses needs an upper bound.",
        cwe: [770],
        owasp: ["API4:2023"],
        clauses: ["API-5"]);

    public static readonly DiagnosticDescriptor PagingWithoutOrder = Create(
        id: "BST1042",
        title: "Paging without a stable order",
        messageFormat: "{0} takes some rows of a table that are in no order: order them first, with {1}",
        category: Category.Api,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A database gives rows without an order as it likes, and differently the next time. Pages of them overlap and leave rows out. Order by something unique before skipping and taking.",
        clauses: ["API-5"]);

    public static readonly DiagnosticDescriptor FilteredInMemory = Create(
        id: "BST1043",
        title: "Query is read before it is filtered, or leaves the endpoint unread",
        messageFormat: "{0}",
        category: Category.Api,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Rows that are read first and filtered, counted or paged afterwards all travel and are all held in memory, for an answer that needs few of them. A query that an endpoint returns unread runs while the answer is written, without a limit, and its faults come after the status code.",
        owasp: ["API4:2023"],
        clauses: ["API-5"]);
}
