using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Storefront.Auth;

namespace Storefront.Data;

/// <summary>Registers the database and, in development, makes and fills it.</summary>
public static class DataSetup
{
    /// <summary>Registers EF Core and the hand-written queries on the same SQLite file.</summary>
    public static IServiceCollection AddStoreData(
        this IServiceCollection services,
        IConfiguration configuration,
        IHostEnvironment environment)
    {
        var path = configuration["Database:Path"]
            ?? throw new InvalidOperationException("Database:Path is not configured.");
        var connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(environment.ContentRootPath, path),
            ForeignKeys = true,
            DefaultTimeout = 10,
        }.ToString();

        services.AddDbContext<StoreDbContext>(options => options.UseSqlite(connectionString));
        services.AddSingleton(new StoreConnections(connectionString));
        return services;
    }

    /// <summary>
    /// In development, makes the tables and puts the first rows in. Elsewhere the schema is the work of a deployment step,
    /// and the application does not touch it.
    /// </summary>
    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
        {
            await using var scope = app.Services.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<StoreDbContext>();
            await database.Database.EnsureCreatedAsync();
            if (!await database.Categories.AnyAsync())
            {
                database.Accounts.AddRange(FirstAdministrator(scope.ServiceProvider));
                database.Products.AddRange(FirstProducts());
                await database.SaveChangesAsync();
            }
        }
    }

    private static IEnumerable<Account> FirstAdministrator(IServiceProvider services)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        if (configuration["Administrator:Email"] is { Length: > 0 } email
            && configuration["Administrator:Password"] is { Length: > 0 } password)
        {
            var administrator = new Account
            {
                Email = email.ToLowerInvariant(),
                Role = Roles.Administrator,
                CreatedAt = services.GetRequiredService<TimeProvider>().GetUtcNow(),
            };
            administrator.PasswordHash = services.GetRequiredService<IPasswordHasher<Account>>()
                .HashPassword(administrator, password);
            yield return administrator;
        }
    }

    private static IEnumerable<Product> FirstProducts()
    {
        var books = new Category { Name = "Books" };
        var kitchen = new Category { Name = "Kitchen" };
        yield return new Product { Sku = "BK-0001", Name = "The Well-Kept Garden", Description = "Twelve months of advice.", PriceInCents = 2490, Stock = 40, Category = books };
        yield return new Product { Sku = "BK-0002", Name = "Maps of the Coast", Description = "Sixty maps, folded.", PriceInCents = 3950, Stock = 12, Category = books };
        yield return new Product { Sku = "KT-0001", Name = "Cast Iron Pan", Description = "26 cm, seasoned.", PriceInCents = 5400, Stock = 25, Category = kitchen };
        yield return new Product { Sku = "KT-0002", Name = "Bread Knife", Description = "Serrated, beech handle.", PriceInCents = 1875, Stock = 100, Category = kitchen };
    }
}
