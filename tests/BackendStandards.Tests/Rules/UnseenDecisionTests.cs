using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Tests.Rules;

/// <summary>
/// What is absent here may be present in an assembly that is not seen. Each rule about something that is missing speaks of the plain application, and is silent as soon as
/// another assembly has a hand in what it is about: the services, the pipeline, the group that it makes, the convention that it adds, the caller who maps.
/// </summary>
public class UnseenDecisionTests
{
    private static readonly Lazy<MetadataReference> Shared = new(() => OtherAssembly.Of("Contoso.Shared", """
        namespace Contoso.Shared;
        public static class Setup
        {
            public static void AddShared(this IServiceCollection services) { }
            public static void AddShared(this IHostApplicationBuilder builder) { }
            public static void UseShared(this IApplicationBuilder app) { }
            public static TBuilder WithShared<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder => builder;
            public static IEndpointRouteBuilder Group(IEndpointRouteBuilder routes) => routes.MapGroup("/api/v1").RequireAuthorization();
            public static bool IsLocal(this IHostEnvironment environment) => environment.IsDevelopment();
        }
        public static class Checks { public static void MustExist(object? value) { } public static int Bounded(int size) => size; }
        public sealed class SharedAttribute : Attribute, Microsoft.AspNetCore.Mvc.Filters.IAuthorizationFilter { public void OnAuthorization(Microsoft.AspNetCore.Mvc.Filters.AuthorizationFilterContext context) { } }
        """));

    // The places that a source leaves open, and what another assembly does there.
    private static readonly Dictionary<string, (string Place, string Text)> Hands = new()
    {
        ["services"] = ("/*services*/", "builder.Services.AddShared();"),
        ["builder"] = ("/*services*/", "builder.AddShared();"),
        ["pipeline"] = ("/*pipeline*/", "app.UseShared();"),
        ["convention"] = ("/*convention*/", ".WithShared()"),
        ["group"] = ("app./*map*/", "Setup.Group(app)."),
        ["grouped convention"] = ("app./*map*/", "app.MapGroup(\"\").WithShared()."),
        ["controllers"] = ("app.MapControllers()", "app.MapControllers().WithShared()"),
        ["environment"] = ("/*if*/", "if (app.Environment.IsLocal())"),
        ["attribute"] = ("/*attribute*/", "[Shared]"),
        ["check"] = ("/*check*/", "Checks.MustExist(order);"),
        ["bound"] = ("/*bound*/pageSize", "Checks.Bounded(pageSize)"),
        ["caller"] = ("", ""),
    };

    private const string Model = "public record Credentials(string UserName, string Password); public record Order(int Id, string Name);";

    public static TheoryData<string, string, string> Cases => new()
    {
        { "BST1030", "app./*map*/MapGet(\"/orders\", () => 1)/*convention*/;", "pipeline, convention, group, grouped convention, caller" },
        { "BST1030", "app.MapControllers(); [ApiController, Route(\"orders\")] /*attribute*/ public class OrdersController : ControllerBase { [HttpGet] public int Get() => 1; }", "services, builder, controllers, pipeline" },
        { "BST2006", "app./*map*/MapGet(\"/orders\", () => 1)/*convention*/;", "services, builder, pipeline, caller" },
        { "BST3001", "app./*map*/MapPost(\"/orders\", (Order order) => order.Name)/*convention*/;", "convention, grouped convention, group" },
        { "BST3003", "app./*map*/MapPost(\"/orders\", (Order order) => { /*check*/ if (order.Id > 9) return Results.BadRequest(); return Results.Ok(order.Name); })/*convention*/;", "services, builder, convention, group, grouped convention, check, caller" },
        { "BST3003", "app.MapControllers(); [ApiController, Route(\"orders\")] public class OrdersController : ControllerBase { [HttpPost] public IActionResult Add(Order order) => order.Id > 9 ? BadRequest() : Ok(order.Name); }", "services, builder" },
        { "BST3005", "app./*map*/MapPost(\"/files\", async (IFormFile file) => { using var target = System.IO.File.Create(\"/srv/x\"); await file.CopyToAsync(target); })/*convention*/;", "convention, group, grouped convention" },
        { "BST3005", "app./*map*/MapPost(\"/files\", async (IFormFile file) => { if (file.ContentType != \"image/png\") return; using var target = System.IO.File.Create(\"/srv/x\"); await file.CopyToAsync(target); })/*convention*/;", "services, builder, pipeline, convention, group, grouped convention, caller" },
        { "BST3030", "app./*map*/MapGet(\"/orders\", () => 1)/*convention*/;", "services, builder, pipeline, caller" },
        { "BST3031", "app./*map*/MapPost(\"/login\", (Credentials credentials) => \"\")/*convention*/;", "pipeline, convention, group, grouped convention, caller" },
        { "BST3031", "app.MapControllers(); [ApiController, Route(\"account\")] public class AccountController : ControllerBase { [HttpPost(\"login\")] public string Login(Credentials credentials) => \"\"; }", "pipeline, controllers, caller" },
        { "BST3040", "app./*map*/MapPost(\"/files\", (IFormFile file) => file.FileName)/*convention*/;", "services, builder, pipeline, convention, group, grouped convention, caller" },
        { "BST3050", "app.MapGet(\"/decided\", () => 1).RequireAuthorization(); app./*map*/MapGet(\"/orders\", () => 1)/*convention*/;", "services, builder, pipeline, convention, group, grouped convention, caller" },
        { "BST3050", "app.MapControllers(); [ApiController, Route(\"orders\")] /*attribute*/ public class OrdersController : ControllerBase { [HttpGet] public int Get() => 1; [HttpPost, Authorize] public int Add() => 1; }", "services, builder, pipeline, controllers, attribute, caller" },
        { "BST3054", "app./*map*/MapGet(\"/x\", (HttpContext context) => { context.Response.Cookies.Append(\"sid\", context.TraceIdentifier); })/*convention*/;", "pipeline" },
        { "BST3061", "app./*map*/MapGet(\"/orders\", () => 1).RequireAuthorization(\"nowhere\")/*convention*/;", "services, builder, caller" },
        { "BST3071", "app./*map*/MapGet(\"/x\", (HttpRequest request) => request.Headers[\"X-Forwarded-For\"].ToString())/*convention*/;", "services, builder, pipeline, caller" },
        { "BST1022", "app.MapGet(\"/orders/{id}\", async (int id, DbSet<Order> orders) => { var order = await orders.FindAsync(id); /*check*/ return Results.Ok(order); });", "check" },
        { "BST1041", "app.MapGet(\"/orders\", (int pageSize, DbSet<Order> orders) => orders.OrderBy(one => one.Id).Take(/*bound*/pageSize).ToList());", "bound" },
        { "BST2001", "app./*map*/MapGet(\"/orders\", () => Results.Ok(new Order(1, \"\")))/*convention*/;", "convention, group, grouped convention, caller" },
        { "BST2001", "app.MapControllers(); [ApiController, Route(\"orders\")] public class OrdersController : ControllerBase { [HttpGet] public IActionResult Get() => Ok(new Order(1, \"\")); }", "services, builder" },
        { "BST2003", "app./*map*/MapGet(\"/orders\", () => TypedResults.NotFound(\"gone\"))/*convention*/;", "convention, group, grouped convention, caller" },
        { "BST2003", "app.MapControllers(); [ApiController, Route(\"orders\")] public class OrdersController : ControllerBase { [HttpGet] public IActionResult Get() => NotFound(\"gone\"); }", "services, builder" },
        { "BST2007", "app.MapControllers(); [ApiController, Route(\"orders\")] public class OrdersController : ControllerBase { [HttpPost] public int Add(Order order) => 1; }", "services, builder" },
        { "BST2090", "app./*map*/MapGet(\"/orders\", () => 1)/*convention*/;", "pipeline" },
        { "BST8001", "app.MapGet(\"/told\", () => 1).WithSummary(\"Told.\"); app./*map*/MapGet(\"/orders\", () => 1)/*convention*/;", "convention, group, grouped convention" },
        { "BST8001", "app./*map*/MapGet(\"/orders\", () => 1)/*convention*/;", "convention, group, grouped convention, caller" },
        { "BST8002", "app./*map*/MapGet(\"/orders\", (int id) => id < 1 ? Results.NotFound() : Results.Ok(id))/*convention*/;", "convention, group, grouped convention, caller" },
        { "BST8002", "app.MapGet(\"/told\", () => 1).Produces(429); app./*map*/MapGet(\"/orders\", () => Results.NotFound())/*convention*/;", "convention, group, grouped convention" },
        { "BST8002", "app.MapControllers(); [ApiController, Route(\"orders\")] public class OrdersController : ControllerBase { [HttpGet, ProducesResponseType(200)] public IActionResult Get() => NotFound(); [HttpPost, ProducesResponseType(200)] public IActionResult Add() => Ok(1); }", "services, builder, controllers" },
        { "BST8003", "app./*map*/MapGet(\"/orders\", () => 1)/*convention*/;", "services, builder, caller" },
        { "BST3091", "/*if*/ app.UseDeveloperExceptionPage(); app./*map*/MapGet(\"/orders\", () => 1)/*convention*/;", "environment" },
    };

    // The tests of the rule itself show it: what decides is no part of start-up code, or stands in types.
    private static readonly Dictionary<string, string> Proven = new()
    {
        ["BST1001"] = nameof(Api.MethodNotDeclaredTests.Ignores_attributes_of_another_assembly_that_may_bring_a_verb),
        ["BST1012"] = nameof(Api.PathCasingTests.Ignores_an_application_that_another_assembly_configures),
        ["BST1031"] = nameof(Api.VersionInconsistentTests.Ignores_a_constraint_that_another_assembly_may_register),
        ["BST1040"] = nameof(Api.ListWithoutPagingTests.Ignores_other_verbs_and_what_is_decided_in_another_assembly),
        ["BST1042"] = nameof(Api.PagingWithoutOrderTests.Ignores_a_helper_of_another_assembly),
        ["BST2092"] = nameof(Contract.AnswerNotInJsonContextTests.Ignores_resolvers_of_another_assembly),
        ["BST3002"] = nameof(Security.ValidationNeverRunsTests.Ignores_AddValidation_that_another_assembly_may_call),
        ["BST3032"] = nameof(Security.RateLimiterMisconfiguredTests.Ignores_a_pipeline_and_policies_of_another_assembly),
        ["BST3060"] = nameof(Security.ObjectNotTiedToCallerTests.Ignores_contexts_and_policies_of_another_assembly),
        ["BST3070"] = nameof(Security.PrivilegedFieldFromClientTests.Ignores_authorization_that_is_not_seen),
    };

    // Their titles say "not" or "without", but the finding is what stands there.
    private static readonly Dictionary<string, string> Local = new()
    {
        ["BST0001"] = "the setting's own text",
        ["BST0004"] = "the line's own text",
        ["BST3010"] = "a flow: what it goes through in another assembly is unmodelled",
        ["BST3004"] = "a result that is at hand, and dropped",
        ["BST6020"] = "the argument of the call",
        ["BST6022"] = "the argument of the call",
        ["BST6023"] = "the call itself",
    };

    [Fact]
    public void Each_rule_about_an_absence_is_proven()
    {
        string[] words = ["not", "no", "without", "never", "missing", "nowhere", "nothing", "unlimited", "unknown", "unbounded", "undecided"];
        var told = Shipped.Rules.Where(one => one.Rule.Title.ToString().ToLowerInvariant().Split(' ').Any(words.Contains)).Select(one => one.Rule.Id);
        Assert.Empty(told.Except(Cases.Select(one => (string)one[0])).Except(Proven.Keys).Except(Local.Keys));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Speaks_of_what_is_seen_and_not_of_what_another_assembly_may_decide(string rule, string statements, string hands)
    {
        Assert.Contains(rule, await Reported(rule, statements, ""));
        var spoken = new List<string>();
        foreach (var hand in hands.Split(", "))
            if ((await Reported(rule, statements, hand)).Contains(rule)) spoken.Add(hand);
        Assert.Empty(spoken);
    }

    private static async Task<string[]> Reported(string rule, string statements, string hand)
    {
        var start = hand == "caller" ? "public static class Library { public static void Map(WebApplication app) { " : "var builder = WebApplication.CreateBuilder(args); builder.Services.AddControllers(); /*openapi*/ builder.Services.AddAuthorization(options => options.AddPolicy(\"known\", policy => policy.RequireRole(\"x\"))); /*services*/ var app = builder.Build(); /*pipeline*/ ";
        var types = statements.IndexOf("[ApiController", StringComparison.Ordinal) is >= 0 and var at ? statements[at..] : "";
        var code = types.Length > 0 ? statements[..statements.IndexOf("[ApiController", StringComparison.Ordinal)] : statements;
        var source = "using Contoso.Shared; using Microsoft.AspNetCore.Mvc; using Microsoft.AspNetCore.Authorization; using Microsoft.EntityFrameworkCore;\n" + start + code + (hand == "caller" ? "} }\n" : " app.Run();\n") + types + Model;
        if (rule != "BST8003") source = source.Replace("/*openapi*/", "builder.Services.AddOpenApi();");
        if (rule == "BST2090") source = source.Replace("/*services*/", "/*services*/ BackendStandards.ApiEnvelopeExtensions.AddApiEnvelope(builder.Services);");
        if (hand.Length > 0 && hand != "caller")
        {
            Assert.Contains(Hands[hand].Place, source);
            source = source.Replace(Hands[hand].Place, Hands[hand].Text);
        }
        var compilation = Sources.Compile(source).AddReferences(Shared.Value);
        if (Envelope.IsNeededBy(rule)) compilation = compilation.AddSyntaxTrees(Envelope.Trees);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return [.. (await Sources.AnalyzeAsync(compilation)).Select(finding => finding.Id)];
    }
}
