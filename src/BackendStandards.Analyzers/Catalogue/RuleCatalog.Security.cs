using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Catalogue;

internal static partial class RuleCatalog
{
    public static readonly DiagnosticDescriptor HtmlIsNotEncoded = Create(
        id: "BST3010",
        title: "HTML output is not encoded",
        messageFormat: "{0} is written as markup by '{1}': encode it with HtmlEncoder first",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A value that is written into a page without encoding can bring its own tags and scripts, which then run in the browser of whoever looks at the page (cross-site scripting).",
        cwe: [79],
        owasp: ["A03:2021"],
        clauses: ["SEC-2"]);

    public static readonly DiagnosticDescriptor OpenRedirect = Create(
        id: "BST3013",
        title: "Redirect goes wherever the request says",
        messageFormat: "{0} decides where '{1}' sends the browser: use LocalRedirect, or test it with Url.IsLocalUrl",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A link to a trusted site that forwards to any address is what a phishing message needs (open redirect). Forward to addresses of the own application only.",
        cwe: [601],
        owasp: ["API10:2023", "A01:2021"],
        clauses: ["SEC-10"]);

    public static readonly DiagnosticDescriptor CredentialInUrl = Create(
        id: "BST3017",
        title: "Credential or personal data in the URL",
        messageFormat: "'{0}' of {1} travels in the URL, which is written to logs and histories on the way: take it from {2}",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "URLs are kept by servers, proxies, browsers and monitoring. A password, a token, a key or a personal number in one of them is known to all who read those.",
        cwe: [598],
        owasp: ["API2:2023", "A04:2021"],
        clauses: ["SEC-8"]);

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

    public static readonly DiagnosticDescriptor RequestDataReachesSql = Create(
        id: "BST3021",
        title: "Request data reaches a SQL string",
        messageFormat: "SQL text given to '{0}' {1}",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A value that a caller sent is joined into SQL text: whoever sends the request can change the statement (SQL injection). Send the text with placeholders and the values as parameters.",
        cwe: [89],
        owasp: ["API8:2023", "A03:2021"],
        clauses: ["SEC-3", "DB-1"],
        minimal: true);

    public static readonly DiagnosticDescriptor QueryIsBuiltFromInput = Create(
        id: "BST3022",
        title: "Query of another language is built from input",
        messageFormat: "{0} becomes part of {2} given to '{1}': {3}",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "LDAP filters, XPath expressions, MongoDB queries, Redis scripts and dynamic LINQ can be changed by a value that is joined in, as SQL can. Use the form that takes values apart from the text, or choose from a fixed list.",
        cwe: [943, 90, 643],
        owasp: ["API8:2023", "A03:2021"],
        clauses: ["SEC-3"]);

    public static readonly DiagnosticDescriptor RequestDataReachesCommand = Create(
        id: "BST3024",
        title: "Request data reaches a process command",
        messageFormat: "{0} reaches the command that '{1}' runs: name the program in the code, and pass values through ArgumentList",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A value that is joined into a command line can add arguments or commands of its own (command injection). ArgumentList hands each argument over as one.",
        cwe: [78, 88],
        owasp: ["API8:2023", "A03:2021"],
        clauses: ["SEC-3"],
        minimal: true);

    public static readonly DiagnosticDescriptor RequestDataReachesPath = Create(
        id: "BST3025",
        title: "Request data reaches a file path",
        messageFormat: "{0} reaches the path given to '{1}': keep the file's name alone (Path.GetFileName), or test that the full path stays in its folder",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A path that holds '..' or a root leaves the folder it is meant for, so that whoever sends it reads or writes other files (path traversal).",
        cwe: [22],
        owasp: ["API8:2023", "A01:2021"],
        clauses: ["SEC-10"]);

    public static readonly DiagnosticDescriptor RequestDataControlsUrl = Create(
        id: "BST3026",
        title: "Request data controls an outbound URL",
        messageFormat: "{0} decides which host '{1}' calls: choose the host from a fixed list",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A server that calls whatever address it is sent reaches into its own network for the sender (server-side request forgery): metadata services, databases, administration pages.",
        cwe: [918],
        owasp: ["API7:2023", "A10:2021"],
        clauses: ["SEC-10"]);

    public static readonly DiagnosticDescriptor DataChoosesType = Create(
        id: "BST3027",
        title: "Data can choose the type it becomes",
        messageFormat: "'{0}' {1}",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A deserializer that makes whatever type the data names can be made to construct types that run code when they are filled or disposed (unsafe deserialization).",
        cwe: [502],
        owasp: ["API8:2023", "A08:2021"],
        clauses: ["SEC-10"]);

    public static readonly DiagnosticDescriptor NoRateLimiting = Create(
        id: "BST3030",
        title: "Application limits no caller",
        messageFormat: "Nothing limits how often this application can be called: add AddRateLimiter and UseRateLimiter",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Without a rate limit one caller can take all that the application has to give, guess and copy as fast as it answers, and run up the bill for what it calls itself.",
        cwe: [770],
        owasp: ["API4:2023"],
        clauses: ["SEC-4"]);

    public static readonly DiagnosticDescriptor CredentialEndpointUnlimited = Create(
        id: "BST3031",
        title: "Credential endpoint without its own limit",
        messageFormat: "Credentials can be tried at {0}, which has no rate limit of its own: {1}",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Sign-in, registration, password reset and one-time codes are what attackers try thousands of times. Give such an endpoint a rate limit of its own, far below that of the rest of the API.",
        cwe: [307],
        owasp: ["API2:2023"],
        clauses: ["SEC-4"]);

    public static readonly DiagnosticDescriptor RateLimiterMisconfigured = Create(
        id: "BST3032",
        title: "Rate limiter does not do what it is there for",
        messageFormat: "{0}",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A rate limiter that is registered and not used, asks for a policy that there is not, answers as a broken server does, or allows everything, reads like protection and is none.",
        cwe: [770],
        owasp: ["API4:2023"],
        clauses: ["SEC-4"]);

    public static readonly DiagnosticDescriptor RequestSizeUnlimited = Create(
        id: "BST3040",
        title: "Request size is not limited",
        messageFormat: "{0}",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A server that reads whatever it is sent can be filled up by one request: its memory, its disk, or the time of the thread that reads. Set a limit that fits what is sent.",
        cwe: [770, 400],
        owasp: ["API4:2023"],
        clauses: ["SEC-5"]);

    public static readonly DiagnosticDescriptor AuthorizationUndecided = Create(
        id: "BST3050",
        title: "Endpoint has no authorization decision",
        messageFormat: "Nothing decides who may call {0}: {1}",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "An endpoint that says nothing about authorization lets everybody in, and nobody can tell whether that was meant. Require authorization, or allow anonymous callers expressly.",
        cwe: [862, 306],
        owasp: ["API2:2023", "API5:2023", "A01:2021"],
        clauses: ["SEC-6", "SEC-7"]);

    public static readonly DiagnosticDescriptor AuthorizationOverridden = Create(
        id: "BST3051",
        title: "Authorization is silently overridden",
        messageFormat: "Authorization of {0} has no effect, as {1} farther out lets anybody in: take one of the two away",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "ASP.NET Core lets anonymous callers in as soon as anything allows them, whatever is demanded nearer to the endpoint. A demand below AllowAnonymous reads like protection and is none.",
        cwe: [863],
        owasp: ["API5:2023", "A01:2021"],
        clauses: ["SEC-7"]);

    public static readonly DiagnosticDescriptor TokenValidationWeakened = Create(
        id: "BST3052",
        title: "Token validation is weakened",
        messageFormat: "'{0}' {1}",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A token proves something only as far as it is checked: who signed it, for whom, and until when. Each check that is switched off lets tokens in that somebody else made, or that were made for something else.",
        cwe: [347, 287, 345],
        owasp: ["API2:2023", "A07:2021"],
        clauses: ["SEC-6"]);

    public static readonly DiagnosticDescriptor InsecureCookie = Create(
        id: "BST3054",
        title: "Cookie is not protected",
        messageFormat: "{0} {1}",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A cookie goes wherever its attributes let it go: without Secure over plain connections, without HttpOnly to every script of the page, without SameSite along with requests that other sites make. A cookie that stands for a user has all three, and an end.",
        cwe: [614, 1004, 1275],
        owasp: ["API2:2023", "A05:2021"],
        clauses: ["SEC-6"]);

    public static readonly DiagnosticDescriptor PermissiveCors = Create(
        id: "BST3055",
        title: "Any site may call the application",
        messageFormat: "'{0}' lets the scripts of any site read the answers{1}: name the origins that may",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A browser keeps a page from reading what another site answers, unless that site allows it (CORS). Allowing it to every origin hands the application's answers to whatever page its users happen to visit.",
        cwe: [942, 346],
        owasp: ["API8:2023", "A05:2021"],
        clauses: ["SEC-6"]);

    public static readonly DiagnosticDescriptor UnknownPolicy = Create(
        id: "BST3061",
        title: "Unknown authorization policy or role",
        messageFormat: "{0}",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "A policy that is not registered makes every request to the endpoint fail, and a role that nobody has keeps everybody out: often enough until somebody takes the demand away. Write the name as it is registered.",
        cwe: [863],
        owasp: ["API5:2023", "A01:2021"],
        clauses: ["SEC-7"]);

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

    public static readonly DiagnosticDescriptor PlainTextPassword = Create(
        id: "BST3080",
        title: "Password is stored or compared in plain text",
        messageFormat: "{0}",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Whoever reads the table or a backup of it has every password that is stored as it was typed. Store a slow, salted hash, and verify against that.",
        cwe: [256, 257, 522],
        owasp: ["API2:2023", "A02:2021", "A04:2021"],
        clauses: ["SEC-9"],
        minimal: true);

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

    public static readonly DiagnosticDescriptor ExceptionDetailsExposed = Create(
        id: "BST3090",
        title: "Exception details are sent to the client",
        messageFormat: "'{0}' sends details of an exception to the client: log the exception, and answer with a text of your own",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "The message, the stack trace or the text of an exception names files, tables, hosts and libraries, which tells an attacker how the application is built. Log the exception, and send a general text.",
        cwe: [209],
        owasp: ["API8:2023", "A05:2021"],
        clauses: ["SEC-11"],
        minimal: true);

    public static readonly DiagnosticDescriptor DetailedErrorsEnabled = Create(
        id: "BST3091",
        title: "Errors are shown in full outside development",
        messageFormat: "'{0}' shows errors in full to everybody: switch it on in development only",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        description: "Pages and options that show exceptions in full are for a developer's machine. Elsewhere they tell an attacker how the application is built, down to source lines, queries and settings.",
        cwe: [489, 215],
        owasp: ["API8:2023", "A05:2021"],
        clauses: ["SEC-11"]);
}
