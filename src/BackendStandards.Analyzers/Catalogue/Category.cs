namespace BackendStandards.Analyzers.Catalogue;

/// <summary>The diagnostic categories. Users set severities by them: <c>dotnet_analyzer_diagnostic.category-BackendStandards.Security.severity</c>.</summary>
internal static class Category
{
    private const string Prefix = "BackendStandards.";

    public const string Meta = Prefix + "Meta";
    public const string Api = Prefix + "Api";
    public const string Contract = Prefix + "Contract";
    public const string Security = Prefix + "Security";
    public const string Secrets = Prefix + "Secrets";
    public const string Data = Prefix + "Data";
    public const string Reliability = Prefix + "Reliability";
    public const string Testing = Prefix + "Testing";
    public const string Documentation = Prefix + "Documentation";
    public const string Structure = Prefix + "Structure";
}
