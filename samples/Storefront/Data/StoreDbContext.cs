using Microsoft.EntityFrameworkCore;

namespace Storefront.Data;

/// <summary>The shop's tables.</summary>
public sealed class StoreDbContext(DbContextOptions<StoreDbContext> options) : DbContext(options)
{
    /// <summary>Who may sign in.</summary>
    public DbSet<Account> Accounts => Set<Account>();

    /// <summary>Who orders.</summary>
    public DbSet<Customer> Customers => Set<Customer>();

    /// <summary>Where parcels may go.</summary>
    public DbSet<Address> Addresses => Set<Address>();

    /// <summary>The shelves.</summary>
    public DbSet<Category> Categories => Set<Category>();

    /// <summary>What is sold.</summary>
    public DbSet<Product> Products => Set<Product>();

    /// <summary>What was ordered.</summary>
    public DbSet<Order> Orders => Set<Order>();

    /// <summary>What was paid.</summary>
    public DbSet<Payment> Payments => Set<Payment>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Account>(account =>
        {
            account.Property(x => x.Email).HasMaxLength(254);
            account.Property(x => x.Role).HasMaxLength(32);
            account.HasIndex(x => x.Email).IsUnique();
            account.HasOne(x => x.Customer).WithOne().HasForeignKey<Customer>(x => x.AccountId);
        });
        modelBuilder.Entity<Customer>(customer =>
        {
            customer.Property(x => x.FullName).HasMaxLength(120);
            customer.Property(x => x.Phone).HasMaxLength(32);
            customer.HasMany(x => x.Addresses).WithOne().HasForeignKey(x => x.CustomerId);
        });
        modelBuilder.Entity<Category>(category =>
        {
            category.Property(x => x.Name).HasMaxLength(80);
            category.HasIndex(x => x.Name).IsUnique();
        });
        modelBuilder.Entity<Product>(product =>
        {
            product.Property(x => x.Sku).HasMaxLength(32);
            product.Property(x => x.Name).HasMaxLength(160);
            product.Property(x => x.Description).HasMaxLength(4000);
            product.HasIndex(x => x.Sku).IsUnique();
            product.ToTable(table => table.HasCheckConstraint("CK_Products_Stock", "Stock >= 0"));
        });
        modelBuilder.Entity<Order>(order =>
        {
            order.Property(x => x.Status).HasConversion<string>().HasMaxLength(16);
            order.HasIndex(x => new { x.CustomerId, x.PlacedAt });
            order.HasMany(x => x.Lines).WithOne().HasForeignKey(x => x.OrderId);
        });
        modelBuilder.Entity<OrderLine>().ToTable("OrderLines");
        modelBuilder.Entity<Payment>(payment =>
        {
            payment.Property(x => x.Reference).HasMaxLength(64);
            payment.HasIndex(x => x.OrderId).IsUnique();
        });
    }
}
