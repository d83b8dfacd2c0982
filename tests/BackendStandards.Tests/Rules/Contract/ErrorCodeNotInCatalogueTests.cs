using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Contract;
using BackendStandards.CodeFixes.Rules.Contract;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Contract;

public sealed class ErrorCodeNotInCatalogueTests
{
    private static readonly FixTest<ErrorCodeNotInCatalogue, ErrorCodeNotInCatalogueFix> Verify = new(RuleCatalog.ErrorCodeNotInCatalogue);

    [Fact]
    public Task Reports_a_code_that_is_spelled_otherwise() => Verify.FixesAll("""
        using BackendStandards;

        class Answers
        {
            object A() => ApiResponse.Fail([|"validationError"|], "No.");
            object B() => ApiResults.Conflict(code: [|"not-found"|]);
            object C() => new ApiError { Code = [|"internal error"|] };
        }
        """, """
        using BackendStandards;

        class Answers
        {
            object A() => ApiResponse.Fail(ErrorCodes.ValidationError, "No.");
            object B() => ApiResults.Conflict(code: ErrorCodes.NotFound);
            object C() => new ApiError { Code = ErrorCodes.InternalError };
        }
        """);

    [Fact]
    public Task Reports_a_code_that_is_in_no_catalogue() => Verify.Reports("""
        using BackendStandards;

        class Answers
        {
            object A() => ApiResults.Fail(409, [|"OUT_OF_STOCK"|], "Sold out.");
        }
        """);

    [Fact]
    public Task Ignores_constants_and_catalogued_codes() => Verify.Ignores("""
        using BackendStandards;

        [ErrorCodes]
        static class OrderErrors
        {
            public const string OutOfStock = "OUT_OF_STOCK";
        }

        class Answers
        {
            const string Own = "whatever";
            object A() => ApiResults.Fail(409, OrderErrors.OutOfStock, "Sold out.");
            object B() => ApiResults.Fail(409, "OUT_OF_STOCK", "Sold out.");
            object C() => ApiResponse.Fail(ErrorCodes.NotFound, "None.");
            object D() => ApiResponse.Fail(Own, "None.");
            object E(string code) => ApiResponse.Fail(code, "any text");
        }
        """);

    [Fact]
    public Task Adds_codes_to_the_part_of_the_catalogue_that_the_project_wrote() => Verify.FixesAll("""
        using BackendStandards;

        class Answers
        {
            object A() => ApiResults.Fail(409, [|"OUT_OF_STOCK"|], "Sold out.");
            object C() => ApiResults.Fail(409, [|"STOCK_MOVED"|], "Moved.");
        }

        namespace BackendStandards
        {
            static partial class ErrorCodes
            {
                public const string Known = "KNOWN";
            }
        }
        """, """
        using BackendStandards;

        class Answers
        {
            object A() => ApiResults.Fail(409, ErrorCodes.OutOfStock, "Sold out.");
            object C() => ApiResults.Fail(409, ErrorCodes.StockMoved, "Moved.");
        }

        namespace BackendStandards
        {
            static partial class ErrorCodes
            {
                public const string Known = "KNOWN";
                public const string OutOfStock = "OUT_OF_STOCK";
                public const string StockMoved = "STOCK_MOVED";
            }
        }
        """, test =>
        {
            test.CodeActionEquivalenceKey = "BST2004.Add";
            test.NumberOfIncrementalIterations = 2;
        });

    [Fact]
    public Task Adds_a_code_to_a_marked_class() => Verify.Fixes("""
        using BackendStandards;

        [ErrorCodes]
        static class OrderErrors
        {
        }

        class Answers
        {
            object A() => ApiResults.Fail(409, [|"outOfStock"|], "Sold out.");
        }
        """, """
        using BackendStandards;

        [ErrorCodes]
        static class OrderErrors
        {
            public const string OutOfStock = "OUT_OF_STOCK";
        }

        class Answers
        {
            object A() => ApiResults.Fail(409, OrderErrors.OutOfStock, "Sold out.");
        }
        """, test => test.CodeActionEquivalenceKey = "BST2004.Add");

    [Fact]
    public Task Begins_a_part_of_the_catalogue_where_there_is_none() => Verify.Fixes("""
        using BackendStandards;

        class Answers
        {
            object A() => ApiResults.Fail(409, [|"OUT_OF_STOCK"|], "Sold out.");
        }
        """, """
        using BackendStandards;

        class Answers
        {
            object A() => ApiResults.Fail(409, ErrorCodes.OutOfStock, "Sold out.");
        }
        """, test => test.FixedState.Sources.Add(("/0/ErrorCodes.cs", "namespace BackendStandards;\n\nstatic partial class ErrorCodes\n{\n    public const string OutOfStock = \"OUT_OF_STOCK\";\n}\n")));
}
