namespace BackendStandards.Tests.Endpoints;

public class VersionTests
{
    private const string App = "using Asp.Versioning; using Asp.Versioning.Builder; using Asp.Versioning.Conventions; var app = WebApplication.Create(args);\n";

    private static string[] Versions(params string[] sources) => Model.OfValid(sources).Versions;

    [Fact]
    public void Trap_1_Groups_and_sets_of_the_versioning_library_declare_versions() => Assert.Equal(
        ["/a: Yes", "/b: Yes", "/c: Yes", "/d: Yes", "/e: No"],
        Versions(App + """
            app.NewVersionedApi().MapGroup("a").HasApiVersion(1, 0).MapGet("", () => "");
            var set = app.NewApiVersionSet().HasApiVersion(new ApiVersion(1)).Build();
            app.MapGet("b", () => "").WithApiVersionSet(set);
            app.MapGet("c", () => "").IsApiVersionNeutral();
            app.NewVersionedApi().MapGet("d", () => "");
            app.MapGet("e", () => "");
            """));

    [Fact]
    public void Trap_3_A_convention_applies_to_endpoints_mapped_before_it() => Assert.Equal(
        ["/a/x: Yes"],
        Versions(App + """
            var group = app.NewVersionedApi().MapGroup("a"); group.MapGet("x", () => ""); group.HasApiVersion(2.0);
            """));

    [Fact]
    public void Trap_5_A_conditional_access_applies_it_too() => Assert.Equal(
        ["/a/x: Yes"],
        Versions(App + """RouteGroupBuilder? group = app.MapGroup("a"); group?.MapGet("x", () => ""); group?.IsApiVersionNeutral();"""));

    [Fact]
    public void A_condition_makes_it_unknown() => Assert.Equal(
        ["/a/x: Unknown"],
        Versions(App + """var group = app.MapGroup("a"); if (app.Environment.IsProduction()) group.IsApiVersionNeutral(); group.MapGet("x", () => "");"""));

    [Fact]
    public void Code_that_is_not_seen_makes_it_unknown() => Assert.Equal(
        ["/a/x: Unknown"],
        Versions(App + """var group = app.MapGroup("a"); List<object> all = []; all.Add(group); ((IEndpointConventionBuilder)group).Add(_ => { }); group.MapGet("x", () => "");"""));

    [Fact]
    public void Metadata_objects_and_handler_attributes_count() => Assert.Equal(
        ["/a: Yes", "/b: Yes"],
        Versions(App + """
            app.MapGet("a", () => "").WithMetadata(new ApiVersionAttribute(1.0));
            app.MapGet("b", [ApiVersionNeutral] () => "");
            """));

    [Fact]
    public void Trap_16_ApiVersion_is_not_inherited() => Assert.Equal(
        ["/base: No", "/own: Yes"],
        Versions("""
            using Asp.Versioning; using Microsoft.AspNetCore.Mvc; var app = WebApplication.Create(args); app.MapControllers();
            [ApiVersion(1.0)] public abstract class Base : ControllerBase;
            [ApiController, Route("base")] public class AController : Base { [HttpGet] public void Get() { } }
            [ApiController, Route("own"), ApiVersion(2.0)] public class BController : Base { [HttpGet] public void Get() { } }
            """));
}
