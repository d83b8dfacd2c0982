using Microsoft.EntityFrameworkCore;

namespace Storefront.Violations.Data;

public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<Product> Products => Set<Product>();

    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<Shift> Shifts => Set<Shift>();

    public DbSet<Draft> Drafts => Set<Draft>();
}
