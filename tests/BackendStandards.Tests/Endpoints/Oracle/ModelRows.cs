using System.Globalization;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Endpoints.Facts;

namespace BackendStandards.Tests.Endpoints.Oracle;

/// <summary>What the model says of the endpoints of a compilation, in the words of <see cref="RuntimeRows"/>.</summary>
internal static class ModelRows
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static List<EndpointRow> Of(Model model) => model.All.Select(RowOf).ToList();

    private static EndpointRow RowOf(Endpoint endpoint)
    {
        var verbs = endpoint.Verbs(None);
        var row = new EndpointRow(verbs is null ? "?" : verbs.Count == 0 ? "*" : EndpointRow.Join(verbs), EndpointRow.Normal(endpoint.Route(None).ToString()));
        var (authorization, documentation, versions) = (endpoint.Authorization(None), endpoint.Documentation(None), endpoint.Versions(None));
        row.Facts["authorization"] = authorization.State.ToString();
        row.Facts["policies"] = EndpointRow.Join(authorization.Requirements.SelectMany(one => one.Policies));
        row.Facts["roles"] = EndpointRow.Join(authorization.Requirements.SelectMany(one => one.Roles));
        row.Facts["rateLimit"] = Text(endpoint.RateLimit(None));
        row.Facts["cors"] = Text(endpoint.Cors(None));
        row.Facts["requestSize"] = Text(endpoint.RequestSize(None));
        row.Facts["formSize"] = Text(endpoint.FormSize(None));
        row.Facts["cache"] = endpoint.Cache(None).State switch { PolicyState.No => "No", PolicyState.Unknown => "?", _ => "Yes" };
        row.Facts["summary"] = documentation.Summary.Text ?? "";
        row.Facts["description"] = documentation.Description.Text ?? "";
        row.Facts["name"] = documentation.Name.Text ?? "";
        row.Facts["tags"] = EndpointRow.Join((documentation.Tags.Text ?? "").Split(", ", StringSplitOptions.RemoveEmptyEntries));
        row.Facts["versions"] = versions.IsNeutral ? "neutral" : versions.Values is null ? "?" : EndpointRow.Join(versions.Values);
        // The API explorer lists controllers with [ApiController] alone; the model tells what is left out expressly.
        row.Facts["excluded"] = endpoint.Controller is { } controller && !ControllerTypes.IsApi(controller) ? "Yes" : endpoint.IsExcludedFromDescription(None).ToString();
        row.Facts["responses"] = Responses(endpoint);
        // Services, the parts of the request itself and what binds itself are in no description.
        row.Facts["parameters"] = EndpointRow.Join(endpoint.Parameters(None).Where(parameter => parameter.Source is not (BindingSource.Services or BindingSource.Special or BindingSource.Custom)).Select(parameter => $"{parameter.Name.ToLowerInvariant()}:{SourceOf(parameter.Source)}"));
        return row;
    }

    private static string SourceOf(BindingSource source) => source switch
    {
        BindingSource.Route => "Path",
        BindingSource.Model => "ModelBinding",
        _ => source.ToString(),
    };

    private static string Text(EndpointSizeLimit limit) => limit.Bytes is { } bytes ? $"{limit.State} {bytes}" : limit.State.ToString();

    private static string Text(EndpointPolicy policy) => policy.Name is null ? policy.State.ToString() : $"{policy.State} {policy.Name}";

    // What is stated replaces what the framework assumes of an action; a minimal endpoint that returns a value has both, and one that says nothing has 200.
    private static string Responses(Endpoint endpoint)
    {
        var all = endpoint.Responses(None).Items.Where(response => response.Origin != ResponseOrigin.Comment).ToList();
        var stated = all.FindAll(response => response.Origin != ResponseOrigin.Assumed);
        var listed = endpoint.Controller is not null && stated.Count > 0 ? stated : all;
        return EndpointRow.Join(listed.Count == 0 && endpoint.Controller is null ? ["200"] : listed.Select(response => response.Status?.ToString(CultureInfo.InvariantCulture) ?? "default"));
    }
}
