using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules;
using BackendStandards.CodeFixes.Rules.Api;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Api;

public class PageSizeUnboundedFixTests
{
    private static readonly FixTest<Only<FlowAnalysis>, PageSizeUnboundedFix> Verify = new(RuleCatalog.PageSizeUnbounded);

    [Fact]
    public Task Annotates_the_parameter_of_an_api_controller() => Verify.FixesAll("""
        using Microsoft.AspNetCore.Mvc;

        [ApiController]
        public class OrdersController(IQueryable<string> orders) : ControllerBase
        {
            [HttpGet("orders")]
            public object List(int page = 1, /* rows */ int pageSize = 20) => orders.Skip((page - 1) * pageSize).Take([|pageSize|]).ToList();

            [HttpGet("latest")]
            public object Latest(int? limit) => orders.Take([|limit ?? 10|]).ToList();
        }
        """, """
        using System.ComponentModel.DataAnnotations;
        using Microsoft.AspNetCore.Mvc;

        [ApiController]
        public class OrdersController(IQueryable<string> orders) : ControllerBase
        {
            [HttpGet("orders")]
            public object List(int page = 1, /* rows */ [Range(1, 100)] int pageSize = 20) => orders.Skip((page - 1) * pageSize).Take(pageSize).ToList();

            [HttpGet("latest")]
            public object Latest([Range(1, 100)] int? limit) => orders.Take(limit ?? 10).ToList();
        }
        """);

    [Fact]
    public Task Annotates_the_property_of_a_model() => Verify.FixesAll("""
        using Microsoft.AspNetCore.Mvc;

        public class Paging
        {
            public int Page { get; set; } = 1;

            /// <summary>How many.</summary>
            public int PageSize { get; set; } = 20;
        }

        [ApiController]
        public class OrdersController(IQueryable<string> orders) : ControllerBase
        {
            [HttpGet("orders")]
            public object List([FromQuery] Paging paging) => orders.Take([|paging.PageSize|]).ToList();
        }
        """, """
        using System.ComponentModel.DataAnnotations;
        using Microsoft.AspNetCore.Mvc;

        public class Paging
        {
            public int Page { get; set; } = 1;

            /// <summary>How many.</summary>
            [Range(1, 100)]
            public int PageSize { get; set; } = 20;
        }

        [ApiController]
        public class OrdersController(IQueryable<string> orders) : ControllerBase
        {
            [HttpGet("orders")]
            public object List([FromQuery] Paging paging) => orders.Take(paging.PageSize).ToList();
        }
        """);

    [Fact]
    public Task Clamps_at_the_start_of_a_handler() => Verify.FixesAll("""
        public static class Endpoints
        {
            public static void Map(WebApplication app, IQueryable<string> orders)
            {
                app.MapGet("/orders", (int page, int pageSize) =>
                {
                    // A page of the list.
                    return orders.Skip((page - 1) * pageSize).Take([|pageSize|]).ToList();
                });
            }
        }
        """, """
        public static class Endpoints
        {
            public static void Map(WebApplication app, IQueryable<string> orders)
            {
                app.MapGet("/orders", (int page, int pageSize) =>
                {
                    pageSize = Math.Clamp(pageSize, 1, 100);
                    // A page of the list.
                    return orders.Skip((page - 1) * pageSize).Take(pageSize).ToList();
                });
            }
        }
        """);

    [Fact]
    public Task Clamps_the_only_use() => Verify.FixesAll("""
        public static class Endpoints
        {
            public static void Map(WebApplication app, IQueryable<string> orders) =>
                app.MapGet("/orders", (int? limit) => orders.Take([|limit ?? 20|]).ToList());
        }
        """, """
        public static class Endpoints
        {
            public static void Map(WebApplication app, IQueryable<string> orders) =>
                app.MapGet("/orders", (int? limit) => orders.Take(Math.Clamp(limit ?? 20, 1, 100)).ToList());
        }
        """);

    [Fact]
    public Task Offers_nothing_where_one_use_of_several_would_be_clamped() => Verify.OffersNoFix("""
        public static class Endpoints
        {
            public static void Map(WebApplication app, IQueryable<string> orders) =>
                app.MapGet("/orders", (int page, int size) => orders.Skip(page * size).Take([|size|]).ToList());
        }
        """);
}
