using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Contract;
using BackendStandards.CodeFixes.Rules.Contract;
using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace BackendStandards.Tests.Rules.Contract;

public sealed class EnvelopeNameTakenTests
{
    private static readonly FixTest<Only<EnvelopeNameTaken>, EnvelopeNameTakenFix> Verify = new(RuleCatalog.EnvelopeNameTaken);

    [Fact]
    public Task Reports_a_type_of_the_application_that_stands_nearer() => Verify.FixesAll("""
        using BackendStandards;

        namespace Shop;

        public static class ErrorCodes { public const string Closed = "CLOSED"; }
        public static class ApiResults { public static int Count => 1; }

        public static class Orders
        {
            public static ApiFailed Closed() => [|ApiResults|].Fail(409, ErrorCodes.Closed, "Closed.");
            public static ApiFailed Gone() => [|ApiResults|].Fail(404, [|ErrorCodes|].NotFound, "Gone.");
            public static int Count() => ApiResults.Count;
        }
        """, """
        using BackendStandards;

        namespace Shop;

        public static class ErrorCodes { public const string Closed = "CLOSED"; }
        public static class ApiResults { public static int Count => 1; }

        public static class Orders
        {
            public static ApiFailed Closed() => BackendStandards.ApiResults.Fail(409, ErrorCodes.Closed, "Closed.");
            public static ApiFailed Gone() => BackendStandards.ApiResults.Fail(404, BackendStandards.ErrorCodes.NotFound, "Gone.");
            public static int Count() => ApiResults.Count;
        }
        """, Broken);

    [Fact]
    public Task Reports_a_name_that_two_imports_bring() => Verify.FixesAll("""
        using BackendStandards;
        using Wrappers;

        namespace Wrappers { public class ApiResponse<T> { } public class ApiError { } }

        namespace Shop
        {
            public static class Orders
            {
                public static [|ApiResponse<int>|] Of() => new [|ApiResponse<int>|]();
                public static [|ApiError|]? None() => null;
            }
        }
        """, """
        using BackendStandards;
        using Wrappers;

        namespace Wrappers { public class ApiResponse<T> { } public class ApiError { } }

        namespace Shop
        {
            public static class Orders
            {
                public static BackendStandards.ApiResponse<int> Of() => new BackendStandards.ApiResponse<int>();
                public static BackendStandards.ApiError? None() => null;
            }
        }
        """, Broken);

    [Fact]
    public Task Writes_global_where_a_namespace_of_ones_own_ends_like_it() => Verify.Fixes("""
        using BackendStandards;

        namespace Shop.BackendStandards { class Local; }

        namespace Shop
        {
            public static class ErrorCodes { public const string Closed = "CLOSED"; }

            public static class Orders
            {
                public static string Gone() => [|ErrorCodes|].NotFound;
            }
        }
        """, """
        using BackendStandards;

        namespace Shop.BackendStandards { class Local; }

        namespace Shop
        {
            public static class ErrorCodes { public const string Closed = "CLOSED"; }

            public static class Orders
            {
                public static string Gone() => global::BackendStandards.ErrorCodes.NotFound;
            }
        }
        """, Broken);

    [Fact]
    public Task Reports_where_the_namespace_is_imported_for_all_files() => Verify.Files(["global using BackendStandards;", """
        namespace Shop;

        public static class ErrorCodes { public const string Closed = "CLOSED"; }

        public static class Orders
        {
            public static string Gone() => [|ErrorCodes|].NotFound;
        }
        """], Broken);

    [Fact]
    public Task Ignores_a_type_of_the_application_that_is_meant() => Verify.Ignores("""
        using BackendStandards;

        namespace Shop;

        public static class ErrorCodes { public const string Closed = "CLOSED"; }
        public sealed class ApiResponse<T> { public static ApiResponse<T> Empty => new(); }

        public static class Orders
        {
            public static object Closed() => ApiResults.Fail(409, ErrorCodes.Closed, "Closed.");
            public static object Nothing() => ApiResponse<int>.Empty;
        }
        """);

    [Fact]
    public Task Ignores_files_that_do_not_import_the_envelope() => Verify.Ignores("""
        namespace Shop;

        public static class ErrorCodes { public const string Closed = "CLOSED"; }

        public static class Orders
        {
            public static string Gone() => ErrorCodes.NotFound;
        }
        """, Broken);

    [Fact]
    public Task Ignores_codes_that_are_added_to_the_catalogue() => Verify.Ignores("""
        using BackendStandards;

        public static class Orders
        {
            public static string Closed() => ErrorCodes.Closed + ErrorCodes.NotFound;
        }

        namespace BackendStandards
        {
            static partial class ErrorCodes { public const string Closed = "CLOSED"; }
        }
        """);

    [Fact]
    public Task Reports_an_envelope_that_two_projects_emit() => Verify.OffersNoFix("""
        using [|BackendStandards|];

        public static class Orders
        {
            public static object Gone() => ApiResults.NotFound();
        }
        """, test => Adds(test, isPublic: true));

    [Fact]
    public Task Ignores_an_envelope_that_another_project_keeps_to_itself() => Verify.Ignores("""
        using BackendStandards;

        public static class Orders
        {
            public static object Gone() => ApiResults.NotFound();
        }
        """, test => Adds(test, isPublic: false));

    private static void Broken(AnalyzerTest<DefaultVerifier> test) => test.CompilerDiagnostics = CompilerDiagnostics.None;

    // Another project in the mode full, whose types are public or internal.
    private static void Adds(AnalyzerTest<DefaultVerifier> test, bool isPublic)
    {
        Broken(test);
        var trees = Envelope.Files.Select(file => Sources.Tree(isPublic ? file.Text : file.Text.Replace("#define BACKENDSTANDARDS_ENVELOPE_PUBLIC\n", "", StringComparison.Ordinal), file.Path));
        using var image = new MemoryStream();
        var emitted = CSharpCompilation.Create("Shop.Orders", trees, References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)).Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        test.TestState.AdditionalReferences.Add(MetadataReference.CreateFromImage(image.ToArray()));
    }
}
