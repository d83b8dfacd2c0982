namespace BackendStandards.IntegrationTests.Testing;

/// <summary>An endpoint as one line of text: <c>GET /api/v1/products/{id:int} Required No</c>, with <c>ANY</c> where every method is answered; then who may call it, and its rate limit.</summary>
internal static class EndpointLine
{
    public static string Of(string route, IEnumerable<string> verbs, string authorization, string rateLimit)
    {
        var methods = string.Join(',', verbs.Order(StringComparer.Ordinal));
        return $"{(methods.Length == 0 ? "ANY" : methods)} /{route.Trim('/')} {authorization} {rateLimit}";
    }
}
