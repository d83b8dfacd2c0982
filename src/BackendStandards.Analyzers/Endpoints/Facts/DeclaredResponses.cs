using BackendStandards.Analyzers.Code;

namespace BackendStandards.Analyzers.Endpoints.Facts;

/// <summary>The responses that an endpoint declares. <paramref name="AllSeen"/>: no more can be declared by code that is not seen, conventions of the API explorer among it.</summary>
internal sealed record DeclaredResponses(IReadOnlyList<DeclaredResponse> Items, bool AllSeen)
{
    /// <summary>Whether a status code is declared, or a default response that stands for all.</summary>
    public Answer Declares(int status) =>
        Items.Any(response => response.Status == status || (response is { Status: null, Origin: ResponseOrigin.Stated or ResponseOrigin.Convention })) ? Answer.Yes : AllSeen ? Answer.No : Answer.Unknown;
}
