namespace BackendStandards.IntegrationTests.Testing;

/// <summary>An endpoint as one line of text: <c>GET /api/v1/products/{id:int}</c>, with <c>ANY</c> where every method is answered.</summary>
internal static class EndpointLine
{
    public static string Of(string route, IEnumerable<string> verbs)
    {
        var methods = string.Join(',', verbs.Order(StringComparer.Ordinal));
        return $"{(methods.Length == 0 ? "ANY" : methods)} /{route.Trim('/')}";
    }
}
