namespace Storefront.Violations.Secrets;

public sealed class Connections(IConfiguration configuration)
{
    private const string Archive = "Server=archive.storefront.internal;Database=orders;User Id=shop;Password=hG4vRz9Tq2Lw"; // expect BST4004

    public string Queue => "amqp://shop:mB7xKd3Wp9Ys@queue.storefront.internal:5672/orders"; // expect BST4004

    public string Reports(string host) =>
        $"Host={host};Username=reports;Password=cF6nQj8Vt5Za;Database=reports"; // expect BST4004

    public string Old(bool archived) => archived ? Archive : Queue;

    // Right: the password comes from outside, is filled in later, or there is none.
    public string Orders => configuration.GetConnectionString("Orders") ?? "Server=orders.storefront.internal;Database=orders;Integrated Security=true";

    public string WithPassword(string password) => $"Host=reports.storefront.internal;Username=reports;Password={password}";

    public string Template => "Host=reports.storefront.internal;Username=reports;Password=${REPORTS_PASSWORD}";
}
