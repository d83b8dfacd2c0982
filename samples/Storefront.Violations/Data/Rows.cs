namespace Storefront.Violations.Data;

public sealed class Product
{
    public int Id { get; set; }

    public string Sku { get; set; } = "";

    public string Name { get; set; } = "";

    public double Price { get; set; }

    public int Stock { get; set; }
}

public sealed class Customer
{
    public int Id { get; set; }

    public string Email { get; set; } = "";

    public string FullName { get; set; } = "";

    public string Region { get; set; } = "";
}

public sealed class Order
{
    public int Id { get; set; }

    public int CustomerId { get; set; }

    public string Status { get; set; } = "";

    public double Total { get; set; }
}

public sealed class Member
{
    public int Id { get; set; }

    public string Email { get; set; } = "";

    public string Password { get; set; } = "";

    public string PasswordHash { get; set; } = "";
}
