using BackendStandards.Analyzers.Endpoints;

namespace BackendStandards.Tests.Endpoints;

/// <summary>Classes of FastEndpoints and modules of Carter, beyond what the oracle compares.</summary>
public class FastEndpointTests
{
    private const string App = "using FastEndpoints; var app = WebApplication.Create(args); app.UseFastEndpoints();\n";
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public void They_are_secured_unless_they_say_otherwise() => Assert.Equal(
        ["/a: Required", "/b: Anonymous", "/c: Required", "/d: Unknown"],
        Model.OfValid(App + """
            public class A : EndpointWithoutRequest { public override void Configure() => Get("/a"); }
            public class B : EndpointWithoutRequest { public override void Configure() { Get("/b"); AllowAnonymous(); } }
            [Microsoft.AspNetCore.Authorization.Authorize(Roles = "x")] [HttpGet("/c")] public class C : EndpointWithoutRequest;
            public class D : EndpointWithoutRequest { public override void Configure() { Get("/d"); if (Environment.ProcessId > 1) AllowAnonymous(); } }
            """).Authorization);

    [Fact]
    public void Names_of_roles_and_policies_are_read() => Assert.Equal(
        ["/a: p,q|", "/b: |r"],
        Model.OfValid(App + """
            public class A : EndpointWithoutRequest { public override void Configure() { Get("/a"); Policies("p", "q"); } }
            public class B : EndpointWithoutRequest { public override void Configure() { Get("/b"); Roles("r"); } }
            """).Each(endpoint => endpoint.Authorization(None).Requirements is var all ? $"{string.Join(",", all.SelectMany(one => one.Policies))}|{string.Join(",", all.SelectMany(one => one.Roles))}" : null));

    [Fact]
    public void Limits_and_documentation_are_read()
    {
        var endpoint = Model.OfValid(App + """
            /// <summary>Lists them.</summary>
            public class A : Endpoint<Filter, int>
            {
                public override void Configure() { Get("/a"); Throttle(10, 60); Summary(s => { s.Summary = "S"; s.Description = "D"; s.Response(404); }); Description(b => b.WithName("N").Produces(202)); }
                public override async Task HandleAsync(Filter filter, CancellationToken token) { if (filter.Page < 0) { await Send.NotFoundAsync(token); return; } await Send.OkAsync(1, token); }
            }
            public record Filter(int Page);
            """).Only;
        var documentation = endpoint.Documentation(None);
        Assert.Equal(("Applied", "S", "D", "N", "Lists them."), (endpoint.RateLimit(None).State.ToString(), documentation.Summary.Text, documentation.Description.Text, documentation.Name.Text, documentation.XmlSummary.Text));
        Assert.Equal([200, 202, 404], endpoint.Responses(None).Items.Select(response => response.Status!.Value));
        Assert.Equal([200, 404], endpoint.Results(None).Statuses);
        Assert.Equal(BindingSource.Query, Assert.Single(endpoint.Parameters(None)).Source);
    }

    [Fact]
    public void A_configurator_for_all_makes_absences_unknown() => Assert.Equal(
        ["/a: Unknown"],
        Model.OfValid("using FastEndpoints; var app = WebApplication.Create(args); app.UseFastEndpoints(c => c.Endpoints.Configurator = definition => definition.AllowAnonymous()); public class A : EndpointWithoutRequest { public override void Configure() => Get(\"/a\"); }")
            .Each(endpoint => endpoint.RateLimit(None).State));

    [Fact]
    public void A_base_class_of_the_application_counts() => Assert.Equal(
        ["/shop/x: Anonymous"],
        Model.OfValid(App + """
            public abstract class Open : EndpointWithoutRequest { public override void Configure() => AllowAnonymous(); protected void Map(string route) => Get("/shop/" + route); }
            public class X : Open { public override void Configure() { base.Configure(); Get("/shop/x"); } }
            """).Authorization);

    [Fact]
    public void Classes_that_nobody_maps_are_unknown() => Assert.Equal(
        ["GET /…/a"], Model.OfValid("using FastEndpoints; public class A : EndpointWithoutRequest { public override void Configure() => Get(\"/a\"); }").Lines);

    [Fact]
    public void Modules_of_Carter_that_nobody_maps_are_unknown() => Assert.Equal(
        ["GET /…/a"], Model.OfValid("using Carter; public class A : ICarterModule { public void AddRoutes(IEndpointRouteBuilder app) => app.MapGet(\"a\", () => \"\"); }").Lines);

    [Fact]
    public void A_Carter_module_whose_Before_may_refuse_is_unknown() => Assert.Equal(
        ["/a: Unknown"],
        Model.OfValid("""
            using Carter; var app = WebApplication.Create(args); app.MapCarter();
            public class A : CarterModule { public A() { Before = context => context.HttpContext.User.Identity!.IsAuthenticated ? null : Results.Unauthorized(); } public override void AddRoutes(IEndpointRouteBuilder app) => app.MapGet("a", () => ""); }
            """).Authorization);
}
