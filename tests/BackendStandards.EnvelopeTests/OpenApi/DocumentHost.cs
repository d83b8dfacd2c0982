using BackendStandards.EnvelopeApp;
using BackendStandards.EnvelopeTests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Swashbuckle.AspNetCore.Swagger;

namespace BackendStandards.EnvelopeTests.OpenApi;

/// <summary>The application, described by the three libraries that are in use.</summary>
public sealed class DocumentHost() : InProcessHost("Development")
{
    private protected override void Configure(WebApplicationBuilder builder)
    {
        builder.Services.AddEndpointsApiExplorer();
        builder.Services.AddSwaggerGen(options => options.SwaggerDoc("v1", new() { Title = "Envelope", Version = "v1" }));
        builder.Services.AddOpenApiDocument(settings => settings.DocumentName = "nswag");
    }

    private protected override void Map(WebApplication application)
    {
        application.MapGet("/swashbuckle.json", async (ISwaggerProvider provider) =>
        {
            await using var text = new StringWriter();
            provider.GetSwagger("v1").SerializeAsV3(new Microsoft.OpenApi.OpenApiJsonWriter(text));
            return TypedResults.Text(text.ToString(), "application/json");
        }).ExcludeFromDescription();
        application.UseOpenApi(settings => settings.Path = "/{documentName}.json");
    }
}
