using BackendStandards.Analyzers.Code;

namespace BackendStandards.Analyzers.Endpoints.Facts;

/// <summary>
/// What the API description says of an endpoint: by metadata, and (<paramref name="XmlSummary"/>) by the documentation comment of the handler, action or
/// FastEndpoints class. <paramref name="IsWrittenByCode"/>: something like <c>WithOpenApi(operation => …)</c> may say more.
/// </summary>
internal sealed record EndpointDocumentation(Told Name, Told Summary, Told Description, Told Tags, Told XmlSummary, bool IsWrittenByCode)
{
    /// <summary>Whether it has a summary or description of any form.</summary>
    public Answer IsDocumented
    {
        get
        {
            var answers = new[] { Summary.Answer, Description.Answer, XmlSummary.Answer };
            return answers.Contains(Answer.Yes) ? Answer.Yes : IsWrittenByCode || answers.Contains(Answer.Unknown) ? Answer.Unknown : Answer.No;
        }
    }
}
