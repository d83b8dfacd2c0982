// A static field carries the value from method to method.
internal static class CurrentTenant
{
    public static string Name = "default";
    public static string Plan = "free";
}

internal sealed class TenantService
{
    public void Enter()
    {
        CurrentTenant.Name = INPUT;
        CurrentTenant.Plan = "paid";
        Load();
    }

    private static void Load()
    {
        SINK(CurrentTenant.Name); // vulnerable
        SINK(CurrentTenant.Plan); // safe
    }
}
