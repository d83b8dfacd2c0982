namespace Storefront.Violations.Data;

// That rows are sent is shown once, of Member: in all other places it would hide what they show.

[ApiContract]
public sealed class Product
{
    public int Id { get; set; }

    public string Sku { get; set; } = "";

    public string Name { get; set; } = "";

    public double Price { get; set; }

    public int Stock { get; set; }
}

[ApiContract]
public sealed class Customer
{
    public int Id { get; set; }

    public string Email { get; set; } = "";

    public string FullName { get; set; } = "";

    public string Region { get; set; } = "";
}

[ApiContract]
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
