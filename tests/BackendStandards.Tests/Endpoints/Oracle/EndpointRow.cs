namespace BackendStandards.Tests.Endpoints.Oracle;

/// <summary>What is compared of one endpoint, each fact as text; null where the other side does not tell.</summary>
internal sealed record EndpointRow(string Verbs, string Route)
{
    public SortedDictionary<string, string> Facts { get; } = new(StringComparer.Ordinal);

    public string Key => $"{Verbs} {Route}";

    public static string Normal(string route) => "/" + route.Trim('/');

    public static string Join(IEnumerable<string> texts) => string.Join(",", texts.Distinct().Order(StringComparer.Ordinal));
}
