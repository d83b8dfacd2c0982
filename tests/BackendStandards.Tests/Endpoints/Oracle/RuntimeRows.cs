using System.Globalization;
using Asp.Versioning;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Authorization;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BackendStandards.Tests.Endpoints.Oracle;

/// <summary>What a running application says of its endpoints.</summary>
internal static class RuntimeRows
{
    private static readonly string[] AddedByVersioning = ["api-version", "version"];

    public static List<EndpointRow> Of(IServiceProvider services)
    {
        var fallback = services.GetService<IAuthorizationPolicyProvider>()?.GetFallbackPolicyAsync().GetAwaiter().GetResult();
        var described = services.GetService<IApiDescriptionGroupCollectionProvider>()?.ApiDescriptionGroups.Items.SelectMany(group => group.Items).ToList() ?? [];
        // The conventional route that links are made from answers no request; handshakes of hubs and what says "unimplemented" come with their libraries.
        return [.. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ISuppressMatchingMetadata>()?.SuppressMatching != true)
            .Where(endpoint => endpoint.RoutePattern.RawText is not { } route || !(route.EndsWith("/negotiate", StringComparison.Ordinal) || route.Contains("{unimplemented", StringComparison.Ordinal) || route == "_test_url_cache_"))
            .Select(endpoint => RowOf(endpoint, fallback is not null, described))];
    }

    private static EndpointRow RowOf(RouteEndpoint endpoint, bool hasFallback, List<ApiDescription> described)
    {
        var metadata = endpoint.Metadata;
        var verbs = metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
        var row = new EndpointRow(verbs.Count == 0 ? "*" : EndpointRow.Join(verbs), EndpointRow.Normal(endpoint.RoutePattern.RawText ?? ""));
        var action = metadata.GetMetadata<ControllerActionDescriptor>();
        row.Facts["authorization"] = metadata.GetMetadata<IAllowAnonymous>() is not null ? "Anonymous"
            : metadata.GetOrderedMetadata<IAuthorizeData>().Count + metadata.GetOrderedMetadata<AuthorizationPolicy>().Count + metadata.GetOrderedMetadata<IAuthorizationRequirementData>().Count > 0
                || action?.FilterDescriptors.Any(filter => filter.Filter is AuthorizeFilter) == true || hasFallback ? "Required" : "No";
        row.Facts["policies"] = EndpointRow.Join(metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).OfType<string>());
        row.Facts["roles"] = EndpointRow.Join(metadata.GetOrderedMetadata<IAuthorizeData>().SelectMany(data => data.Roles?.Split(',', StringSplitOptions.TrimEntries) ?? []));
        row.Facts["rateLimit"] = metadata.GetMetadata<DisableRateLimitingAttribute>() is not null ? "Disabled" : metadata.GetMetadata<EnableRateLimitingAttribute>() is { } limit ? $"Applied {limit.PolicyName}" : "No";
        row.Facts["cors"] = metadata.GetMetadata<ICorsMetadata>() switch { null => "No", IDisableCorsAttribute => "Disabled", IEnableCorsAttribute { PolicyName: { } name } => $"Applied {name}", _ => "Applied" };
        row.Facts["requestSize"] = metadata.GetMetadata<IRequestSizeLimitMetadata>() switch { null => "No", { MaxRequestBodySize: { } bytes } => $"Applied {bytes}", _ => "Disabled" };
        row.Facts["cache"] = metadata.Any(static one => one is IOutputCachePolicy or OutputCacheAttribute or ResponseCacheAttribute) ? "Yes" : "No";
        if (action is null) row.Facts["formSize"] = metadata.GetMetadata<IFormOptionsMetadata>()?.MultipartBodyLengthLimit is { } form ? $"Applied {form}" : "No";
        row.Facts["summary"] = metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary ?? "";
        row.Facts["description"] = metadata.GetMetadata<IEndpointDescriptionMetadata>()?.Description ?? "";
        row.Facts["name"] = metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? "";
        row.Facts["tags"] = EndpointRow.Join(metadata.GetMetadata<ITagsMetadata>()?.Tags ?? []);
        row.Facts["versions"] = metadata.GetMetadata<ApiVersionMetadata>() switch
        {
            null => "",
            { IsApiVersionNeutral: true } => "neutral",
            var versions => EndpointRow.Join(versions.Map(ApiVersionMapping.Explicit | ApiVersionMapping.Implicit).ImplementedApiVersions.Where(versions.IsMappedTo).Select(version => version.ToString(null, CultureInfo.InvariantCulture))),
        };
        if (Described(endpoint, action, row, described) is { } description)
        {
            row.Facts["parameters"] = EndpointRow.Join(description.ParameterDescriptions.Where(parameter => !AddedByVersioning.Contains(parameter.Name)).Select(parameter => $"{NameOf(parameter, action is not null).ToLowerInvariant()}:{parameter.Source.Id.Replace("FormFile", "Form")}"));
            row.Facts["responses"] = EndpointRow.Join(description.SupportedResponseTypes.Select(response => response.IsDefaultResponse ? "default" : response.StatusCode.ToString(CultureInfo.InvariantCulture)));
        }
        if (metadata.GetMetadata<FastEndpoints.EndpointDefinition>() is not null) OfFastEndpoints(row);
        if (action is null) row.Facts["excluded"] = metadata.GetMetadata<IExcludeFromDescriptionMetadata>()?.ExcludeFromDescription == true ? "Yes" : "No";
        else if (described.Count > 0) row.Facts["excluded"] = described.Exists(one => one.ActionDescriptor.Id == action.Id) ? "No" : "Yes";
        return row;
    }

    // The library names endpoints and their models itself, keeps summaries and versions apart, gathers roles and the like in a policy of its own, and declares what its own checks answer.
    private static void OfFastEndpoints(EndpointRow row)
    {
        foreach (var fact in new[] { "name", "summary", "description", "versions", "roles", "parameters" }) row.Facts.Remove(fact);
        row.Facts["policies"] = EndpointRow.Join(row.Facts["policies"].Split(',', StringSplitOptions.RemoveEmptyEntries).Where(policy => !policy.StartsWith("epPolicy:", StringComparison.Ordinal)));
        if (row.Facts.TryGetValue("responses", out var responses)) row.Facts["responses"] = EndpointRow.Join(responses.Split(',').Except(["400", "401", "403"]));
    }

    // The members of a model of MVC are listed one by one.
    private static string NameOf(ApiParameterDescription parameter, bool isOfAction) => isOfAction ? parameter.BindingInfo?.BinderModelName ?? parameter.ParameterDescriptor?.Name ?? parameter.Name : parameter.Name;

    private static ApiDescription? Described(RouteEndpoint endpoint, ControllerActionDescriptor? action, EndpointRow row, List<ApiDescription> described) =>
        action is not null ? described.Find(one => one.ActionDescriptor.Id == action.Id)
        : described.Find(one => one.ActionDescriptor is not ControllerActionDescriptor && EndpointRow.Normal(one.RelativePath ?? "") == EndpointRow.Normal(endpoint.RoutePattern.RawText ?? "")
            && one.HttpMethod is { } method && row.Verbs.Split(',').Contains(method));
}
