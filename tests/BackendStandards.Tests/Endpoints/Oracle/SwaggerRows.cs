using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace BackendStandards.Tests.Endpoints.Oracle;

/// <summary>What the document says that Swashbuckle makes of a running application, with the attributes of its own.</summary>
internal static class SwaggerRows
{
    public static List<EndpointRow> Of(IServiceProvider services)
    {
        using var scope = services.CreateScope();
        var document = scope.ServiceProvider.GetRequiredService<ISwaggerProvider>().GetSwagger("v1");
        var actions = services.GetRequiredService<IApiDescriptionGroupCollectionProvider>().ApiDescriptionGroups.Items.SelectMany(group => group.Items).ToList();
        return [.. document.Paths.SelectMany(path => (path.Value.Operations ?? []).Select(operation => RowOf(path.Key, operation.Key.Method, operation.Value, actions)))];
    }

    private static EndpointRow RowOf(string path, string verb, OpenApiOperation operation, List<ApiDescription> actions)
    {
        var row = new EndpointRow(verb, EndpointRow.Normal(path));
        row.Facts["summary"] = operation.Summary ?? "";
        row.Facts["description"] = operation.Description ?? "";
        row.Facts["name"] = operation.OperationId ?? "";
        row.Facts["responses"] = EndpointRow.Join((operation.Responses ?? []).Keys);
        row.Facts["excluded"] = "No";
        // Without any, an operation has the name of its controller, or of the application.
        var action = actions.Find(one => EndpointRow.Normal(one.RelativePath ?? "") == row.Route && one.HttpMethod == verb)?.ActionDescriptor;
        var implied = action is ControllerActionDescriptor { ControllerName: var controller } ? controller : action?.RouteValues["controller"];
        var tags = EndpointRow.Join((operation.Tags ?? new HashSet<OpenApiTagReference>()).Select(tag => tag.Name).OfType<string>());
        row.Facts["tags"] = tags == implied ? "" : tags;
        return row;
    }
}
