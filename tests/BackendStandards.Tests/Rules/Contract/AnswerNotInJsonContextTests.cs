using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Contract;
using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace BackendStandards.Tests.Rules.Contract;

public sealed class AnswerNotInJsonContextTests
{
    private const string Insert = "builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, AppJson.Default));";

    private static readonly FixTest<Only<EndpointAnalysis>, AnswerNotInJsonContextFix> Verify = new(RuleCatalog.AnswerNotInJsonContext);

    [Fact]
    public Task Reports_a_type_that_no_context_names() => Verify.FixesAll(
        App("app.MapGet(\"/one\", () => [|ApiResults.Ok(new Product(1, null))|]); app.MapGet(\"/all\", () => [|ApiResults.Paged(new[] { new Product(1, null) }, 1, 10, 1)|]); app.MapGet(\"/again\", Microsoft.AspNetCore.Http.HttpResults.Results<ApiOk<Product>, ApiNotFound> (int id) => id == 0 ? ApiResults.NotFound() : [|ApiResults.Ok(new Product(id, null))|]);"),
        App("app.MapGet(\"/one\", () => ApiResults.Ok(new Product(1, null))); app.MapGet(\"/all\", () => ApiResults.Paged(new[] { new Product(1, null) }, 1, 10, 1)); app.MapGet(\"/again\", Microsoft.AspNetCore.Http.HttpResults.Results<ApiOk<Product>, ApiNotFound> (int id) => id == 0 ? ApiResults.NotFound() : ApiResults.Ok(new Product(id, null)));")
            .Replace("[JsonSerializable(typeof(Other))]\n", "[JsonSerializable(typeof(Other))]\n[JsonSerializable(typeof(Product))]\n[JsonSerializable(typeof(IReadOnlyList<Product>))]\n", StringComparison.Ordinal), test =>
        {
            Native(test);
            test.NumberOfIncrementalIterations = 2;
        });

    [Fact]
    public Task Reports_values_of_a_group_in_the_envelope() => Verify.Reports(
        App("var group = app.MapGroup(\"/g\").WithApiEnvelope(); group.MapGet(\"/value\", () => [|new Product(1, null)|]); group.MapGet(\"/list\", () => [|new List<Other>()|]); group.MapGet(\"/result\", () => TypedResults.Ok([|new Product(1, null)|]));").Replace("TypedResults.Ok([|new Product(1, null)|])", "[|TypedResults.Ok(new Product(1, null))|]", StringComparison.Ordinal), Native);

    [Fact]
    public Task Reports_a_type_without_a_name_without_a_fix() => Verify.OffersNoFix(
        App("app.MapGet(\"/anonymous\", () => [|ApiResults.Ok(new { id = 1 })|]);"), Native);

    [Fact]
    public Task Reports_where_no_context_is_registered() => Verify.OffersNoFix(
        App("app.MapGet(\"/one\", () => [|ApiResults.Ok(new Other(1))|]);").Replace(Insert, "", StringComparison.Ordinal), Native);

    [Fact]
    public Task Reports_where_reflection_is_switched_off_for_json() => Verify.Reports(
        App("app.MapGet(\"/one\", () => [|ApiResults.Ok(new Product(1, null))|]);"), test => Sets(test, "build_property.JsonSerializerIsReflectionEnabledByDefault = false"));

    [Fact]
    public Task Ignores_what_the_context_reaches() => Verify.Ignores(
        App("app.MapGet(\"/whole\", () => ApiResults.Ok(new Whole(new(1, null), [], null!, null))); app.MapGet(\"/one\", () => ApiResults.Ok(new Product(1, null))); app.MapGet(\"/items\", () => ApiResults.Ok(new List<Item>())); app.MapGet(\"/item\", () => ApiResults.Ok(new Item())); app.MapGet(\"/page\", () => ApiResults.Paged(new Item[0], 1, 1, 1)); app.MapGet(\"/base\", () => ApiResults.Ok(new Derived()));")
            .Replace("typeof(Other)", "typeof(Whole)", StringComparison.Ordinal) + """

            public record Whole(Product Product, List<Item> Items, IReadOnlyList<Item> Page, Base? Base);
            public record Item;
            [JsonDerivedType(typeof(Derived))] public record Base;
            public record Derived : Base;
            """, Native);

    [Fact]
    public Task Reports_what_a_property_that_is_ignored_would_reach() => Verify.Reports(
        App("app.MapGet(\"/one\", () => [|ApiResults.Ok(new Product(1, null))|]);").Replace("record Other(int Id)", "record Other(int Id) { [JsonIgnore] public Product? Product => null; }", StringComparison.Ordinal), Native);

    [Fact]
    public Task Ignores_values_that_the_envelope_describes() => Verify.Ignores(
        App("app.MapGet(\"/1\", () => ApiResults.Ok(1)); app.MapGet(\"/2\", () => ApiResults.Ok(\"text\")); app.MapGet(\"/3\", () => ApiResults.Ok(true)); app.MapGet(\"/4\", () => ApiResults.Ok(1L)); app.MapGet(\"/5\", () => ApiResults.Ok((int?)1)); app.MapGet(\"/6\", (object any) => ApiResults.Ok(any));"), Native);

    [Fact]
    public Task Ignores_values_of_a_group_whose_type_is_told_at_run_time() => Verify.Ignores(
        App("var group = app.MapGroup(\"/g\").WithApiEnvelope(); group.MapGet(\"/1\", (IReadOnlyList<Product> all) => all); group.MapGet(\"/2\", (Abstract one) => one); group.MapGet(\"/3\", () => \"text\"); group.MapGet(\"/4\", () => TypedResults.NoContent()); group.MapGet(\"/skip\", () => new Product(1, null)).SkipApiEnvelope();") + "\npublic abstract record Abstract;\n", Native);

    [Fact]
    public Task Ignores_endpoints_outside_of_the_envelope() => Verify.Ignores(App("app.MapGet(\"/1\", () => new Product(1, null)); app.MapGet(\"/2\", () => TypedResults.Ok(new Product(1, null)));"), Native);

    [Fact]
    public Task Ignores_projects_with_reflection() => Verify.Ignores(App("app.MapGet(\"/one\", () => ApiResults.Ok(new Product(1, null)));"), test => test.CompilerDiagnostics = CompilerDiagnostics.None);

    [Fact]
    public Task Ignores_native_code_that_keeps_reflection_for_json() => Verify.Ignores(
        App("app.MapGet(\"/one\", () => ApiResults.Ok(new Product(1, null)));"), test => Sets(test, "build_property.PublishAot = true\nbuild_property.JsonSerializerIsReflectionEnabledByDefault = true"));

    [Theory]
    [InlineData("options.SerializerOptions.TypeInfoResolverChain.Add(new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver())")]
    [InlineData("options.SerializerOptions.TypeInfoResolver = Resolvers.Own()")]
    [InlineData("options.SerializerOptions.TypeInfoResolver = new OwnResolver()")]
    [InlineData("Resolvers.Add(options.SerializerOptions.TypeInfoResolverChain)")]
    public Task Ignores_resolvers_that_are_not_known(string registration) => Verify.Ignores(
        App("app.MapGet(\"/one\", () => ApiResults.Ok(new Product(1, null)));").Replace("options.SerializerOptions.TypeInfoResolverChain.Insert(0, AppJson.Default)", "{ " + registration + "; }", StringComparison.Ordinal) + """

            public static class Resolvers
            {
                public static System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver Own() => null!;
                public static void Add(IList<System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver> chain) => chain.Add(Own());
            }
            public sealed class OwnResolver : System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver { public System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type, System.Text.Json.JsonSerializerOptions options) => null; }
            """, Native);

    [Theory]
    [InlineData("options.SerializerOptions.TypeInfoResolver = AppJson.Default")]
    [InlineData("options.SerializerOptions.TypeInfoResolver = new AppJson(new())")]
    [InlineData("options.SerializerOptions.TypeInfoResolver = System.Text.Json.Serialization.Metadata.JsonTypeInfoResolver.Combine(AppJson.Default, options.SerializerOptions.TypeInfoResolver)")]
    [InlineData("options.SerializerOptions.AddContext<AppJson>()")]
    public Task Reports_for_each_way_of_registering(string registration) => Verify.Reports(
        App("app.MapGet(\"/other\", () => ApiResults.Ok(new Other(1))); app.MapGet(\"/one\", () => [|ApiResults.Ok(new Product(1, null))|]);").Replace("options.SerializerOptions.TypeInfoResolverChain.Insert(0, AppJson.Default)", registration, StringComparison.Ordinal), Native);

    [Theory]
    [InlineData("builder.Services.AddShared();")]
    [InlineData("builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.AddShared());")]
    public Task Ignores_resolvers_of_another_assembly(string call) => Verify.Ignores(
        App("app.MapGet(\"/one\", () => ApiResults.Ok(new Product(1, null)));").Replace(Insert, Insert + call, StringComparison.Ordinal).Replace("using BackendStandards;", "using BackendStandards;\nusing Contoso.Shared;", StringComparison.Ordinal), test =>
        {
            Native(test);
            test.TestState.AdditionalReferences.Add(OtherAssembly.Of("Contoso.Shared", """
                namespace Contoso.Shared;
                public static class Setup
                {
                    public static void AddShared(this IServiceCollection services) { }
                    public static void AddShared(this System.Text.Json.JsonSerializerOptions options) { }
                }
                """));
        });

    private static string App(string endpoints) => $$"""
        using BackendStandards;
        using System.Text.Json.Serialization;

        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Services.AddApiEnvelope();
        {{Insert}}
        var app = builder.Build();
        app.UseApiEnvelope();
        {{endpoints}}
        app.Run();

        public record Product(int Id, string? Name);
        public record Other(int Id);

        [JsonSerializable(typeof(Other))]
        public partial class AppJson : JsonSerializerContext;
        """;

    // The JSON generator does not run here: what it adds is missing, and the rule does without.
    private static void Native(AnalyzerTest<DefaultVerifier> test) => Sets(test, "build_property.PublishAot = true");

    private static void Sets(AnalyzerTest<DefaultVerifier> test, string properties)
    {
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\n" + properties + "\n"));
    }
}
