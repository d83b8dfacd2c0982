using BackendStandards.Analyzers.Endpoints;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Rules;

/// <summary>A statement about one endpoint. <see cref="EndpointAnalysis"/> lists the rules and asks each of them about the endpoints of a document.</summary>
internal abstract class EndpointRule(DiagnosticDescriptor descriptor)
{
    /// <summary>What it reports.</summary>
    public DiagnosticDescriptor Descriptor { get; } = descriptor;

    /// <summary>Reports what is wrong with an endpoint. It is asked in every document that the endpoint has to do with; a place outside of the document is dropped.</summary>
    public abstract void Check(Endpoint endpoint, EndpointContext context);
}
