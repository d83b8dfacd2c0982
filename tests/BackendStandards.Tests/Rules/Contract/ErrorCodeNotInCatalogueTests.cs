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
}
