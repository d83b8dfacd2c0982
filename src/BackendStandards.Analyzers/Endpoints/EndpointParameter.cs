using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>
/// A value that a handler takes from the request or the services. <paramref name="Member"/> is what holds it: the handler's parameter,
/// or a member of the type of an <c>[AsParameters]</c> parameter, which <paramref name="Parameter"/> is then.
/// </summary>
internal sealed record EndpointParameter(string Name, ITypeSymbol Type, BindingSource Source, IParameterSymbol Parameter, ISymbol Member);
