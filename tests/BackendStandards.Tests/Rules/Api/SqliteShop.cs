namespace BackendStandards.Tests.Rules.Api;

/// <summary>A small shop on Kestrel and SQLite: four orders, a to d, the lightest last.</summary>
internal static class SqliteShop
{
    /// <summary>The application whose <c>GET /orders</c> runs some statements over <c>db</c>.</summary>
    public static string With(string statements, string parameters = "int page", string modifier = "") => Mapping($$"""app.MapGet("/orders", {{modifier}} ({{parameters}}) => { using var db = new Shop(); {{statements}} });""");

    /// <summary>The application with mappings and further types.</summary>
    public static string Mapping(string mappings, string types = "", string model = "") => $$"""
        using System.ComponentModel.DataAnnotations;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;

        public class Order
        {
            public int Id { get; set; }
            public string Name { get; set; } = "";
            public int Weight { get; set; }
            public string? PasswordHash { get; set; }
        }

        public class Shop : DbContext
        {
            public static SqliteConnection Connection = null!;
            public DbSet<Order> Orders => Set<Order>();
            protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite(Connection);
            protected override void OnModelCreating(ModelBuilder builder) { builder.Entity<Order>().HasIndex(order => order.Weight); {{model}} }
        }

        {{types}}

        public static class Subject
        {
            public static void Add(IServiceCollection services)
            {
                Shop.Connection = new SqliteConnection("Data Source=:memory:");
                Shop.Connection.Open();
                using var db = new Shop();
                db.Database.EnsureCreated();
                foreach (var (name, weight) in new[] { ("a", 4), ("b", 3), ("c", 2), ("d", 1) }) { db.Add(new Order { Name = name, Weight = weight, PasswordHash = "secret" }); db.SaveChanges(); }
                services.AddDbContext<Shop>();
            }

            public static void Run(WebApplication app) { {{mappings}} }
        }
        """;
}
