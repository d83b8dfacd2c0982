using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Hosting;

namespace BackendStandards.Analyzers.Rules.Documentation;

/// <summary>Whether an application makes an OpenAPI document of its endpoints, with whichever library.</summary>
internal static class OpenApiDocuments
{
    // Where one of them is written, somebody has thought of it: whether that code runs does not matter here.
    private static readonly string[] Registrations =
        ["AddOpenApi", "AddSwaggerGen", "AddSwagger", "AddOpenApiDocument", "AddSwaggerDocument", "SwaggerDocument", "AddAbpSwaggerGen", "AddAbpSwaggerGenWithOAuth", "AddGrpcSwagger"];

    /// <summary>Yes where a registration is written, no where the whole start-up code was seen to have none.</summary>
    public static Answer AreMade(EndpointModel model, CancellationToken cancellation)
    {
        if (Registrations.Any(name => WrittenByHand.Mentions(model.Code, name, cancellation))) return Answer.Yes;
        if (model.Code.Compilation.GetEntryPoint(cancellation) is null) return Answer.Unknown;
        var startup = model.Hosting.Startup(cancellation);
        return startup.MayHoldMore(HostSide.Services) || startup.Calls.Any(call => Speaks(call.Name)) ? Answer.Unknown : Answer.No;
    }

    private static bool Speaks(string name) => name.IndexOf("Swagger", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("OpenApi", StringComparison.OrdinalIgnoreCase) >= 0;
}
