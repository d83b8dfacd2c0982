namespace Storefront.Violations.Secrets;

// Made up in the forms of their issuers, and cut in two so that scanners of repositories leave them alone.
public static class ProviderKeys
{
    public static string Storage => "AKIA" + "YJNZ4UOQSF4KPM4Q"; // expect BST4001

    public static string Maps(string address) =>
        "https://maps.invalid/geocode?key=AIza" + "gGE2LuIHMNa1zuPELFoZ6VAfnGkahBcUB0A" + "&address=" + address; // expect BST4001

    // From the issuer's documentation; a header to look for.
    public static string Sample => "AKIA" + "IOSFODNN7EXAMPLE";

    public static bool IsKey(string file) => file.StartsWith("-----BEGIN PRIVATE KEY-----", StringComparison.Ordinal);
}
