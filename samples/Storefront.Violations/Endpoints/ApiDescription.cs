namespace Storefront.Violations.Endpoints;

/// <summary>The description of the API, from which a tool of the build makes the document.</summary>
internal static class ApiDescription
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddSwagger(this IServiceCollection services) => services.AddEndpointsApiExplorer();
}
