using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints.FastEndpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Endpoints.Facts;

/// <summary>
/// Reads the responses that an endpoint declares: by conventions, attributes, its return type and the comment of its handler. <c>declaresForAll</c>: a filter or a
/// convention of the application may declare more for every action.
/// </summary>
internal sealed class ResponseReader(StatementReader reader, bool declaresForAll)
{
    public DeclaredResponses Of(Endpoint endpoint, StatementSet statements)
    {
        var found = new List<DeclaredResponse>();
        // WithOpenApi() alone writes nothing; what it is given may.
        var allSeen = statements.AllSeen && !statements.Of(EffectKind.OpenApi).Any(statement => statement.Attribute is null && (reader.Argument(statement, "configureOperation") ?? reader.Argument(statement, "transformer")) is not null);
        foreach (var statement in statements.Of(EffectKind.Response))
            if (statement.Maybe || StatedBy(statement) is not { } response) allSeen &= !statement.Maybe && IsContentTypeOnly(statement);
            else found.Add(response);
        if (endpoint is { Controller: { } controller, Handler: { } action })
        {
            allSeen &= !declaresForAll;
            // What somebody states replaces the convention.
            if (found.Count == 0 && allSeen) AddConvention(controller, action, found, ref allSeen);
        }
        // The library declares more by itself: 400 where there is a validator, 401 and 403 where callers are authorized.
        if (endpoint is { Kind: EndpointKind.FastEndpoint, Service: { } service })
        {
            allSeen = false;
            var sent = FastClasses.ResponseOf(service);
            found.Add(new(sent is null ? 204 : 200, sent, ResponseOrigin.Assumed, endpoint.Declaration));
        }
        else if (endpoint.Handler is { } handler)
        {
            AddReturnType(endpoint, handler, found, ref allSeen);
            if (XmlComment.Of(handler, reader.Cancellation) is { } comment)
                foreach (var code in comment.ResponseCodes)
                    found.Add(new(code, null, ResponseOrigin.Comment, comment.Declaration));
        }
        else allSeen &= endpoint.Kind == EndpointKind.Library;
        return new([.. found.GroupBy(response => (response.Status, response.Origin)).Select(same => same.First()).OrderBy(response => response.Status ?? int.MaxValue).ThenBy(response => response.Origin)], allSeen);
    }

    private DeclaredResponse? StatedBy(Statement statement)
    {
        var place = statement.Place(reader.Cancellation);
        if (StatementReader.TypeOf(statement) is not { } type)
        {
            if (statement.Convention?.Site is not IInvocationOperation call) return null;
            var given = reader.Value(statement, "statusCode");
            var status = given.IsGiven ? given.Number : call.TargetMethod.Name == "ProducesValidationProblem" ? 400 : call.TargetMethod.Name == "ProducesProblem" ? 500 : 200;
            var body = call.TargetMethod.Name == "Produces" ? call.TargetMethod.TypeArguments.FirstOrDefault(argument => !AspNet.IsBuilder(argument)) ?? reader.Value(statement, "responseType").Value as ITypeSymbol : null;
            return status is null ? null : new((int)status, body, ResponseOrigin.Stated, place);
        }
        if (Symbols.Derives(type, "ProducesDefaultResponseTypeAttribute")) return new(null, reader.Value(statement, "type").Value as ITypeSymbol, ResponseOrigin.Stated, place);
        if (Symbols.Derives(type, "ProducesAttribute"))
            return reader.Value(statement, "type").Value is ITypeSymbol produced ? new(200, produced, ResponseOrigin.Stated, place)
                : type is INamedTypeSymbol { TypeArguments: { Length: 1 } generic } ? new(200, generic[0], ResponseOrigin.Stated, place) : null;
        if (type.ContainingNamespace is { Name: "Annotations", ContainingNamespace.Name: "NSwag" }) return OfNSwag(statement, type, place);
        return reader.Value(statement, "statusCode").Number is { } code
            ? new((int)code, reader.Value(statement, "type").Value as ITypeSymbol ?? (type as INamedTypeSymbol)?.TypeArguments.FirstOrDefault(), ResponseOrigin.Stated, place) : null;
    }

    // [SwaggerResponse(typeof(T))] is 200; the code may be a text.
    private DeclaredResponse? OfNSwag(Statement statement, ITypeSymbol type, SyntaxNode? place)
    {
        if (type.Name == "SwaggerDefaultResponseAttribute") return null;
        var code = reader.Value(statement, "httpStatusCode", "statusCode");
        int? status = !code.IsGiven ? 200 : code.Number is { } number ? (int)number : int.TryParse(code.Text, out var text) ? text : null;
        return status is null ? null : new(status, reader.Value(statement, "responseType", "type").Value as ITypeSymbol, ResponseOrigin.Stated, place);
    }

    // [Produces("application/json")] names no response.
    private static bool IsContentTypeOnly(Statement statement) => Symbols.Derives(StatementReader.TypeOf(statement), "ProducesAttribute");

    private void AddConvention(INamedTypeSymbol controller, IMethodSymbol action, List<DeclaredResponse> found, ref bool allSeen)
    {
        if (ApiConventions.Of(controller, action, reader.Code.Compilation) is not { } attributes)
        {
            allSeen = false;
            return;
        }
        foreach (var statement in StatementSet.OfAttributes(attributes, 1))
            if (statement.Kind != EffectKind.Response) continue;
            else if (StatedBy(statement) is { } response) found.Add(response with { Origin = ResponseOrigin.Convention });
            else allSeen &= IsContentTypeOnly(statement);
    }

    private void AddReturnType(Endpoint endpoint, IMethodSymbol handler, List<DeclaredResponse> found, ref bool allSeen)
    {
        var place = handler.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(reader.Cancellation);
        var returned = ResultStatus.Awaited(handler.ReturnType);
        if (returned is INamedTypeSymbol { Name: "ActionResult", TypeArguments: { Length: 1 } value } && AspNet.IsKnown(returned)) returned = value[0];
        if (returned is null || !ResultStatus.IsResult(returned))
        {
            found.Add(new(200, returned, ResponseOrigin.Assumed, place));
            return;
        }
        foreach (var part in ResultStatus.Parts(returned))
        {
            // A type that describes itself.
            if (!Symbols.Implements(part, "IEndpointMetadataProvider")) continue;
            if (ResultStatus.OfType(part) is { } status) found.Add(new(status, (part as INamedTypeSymbol)?.TypeArguments.FirstOrDefault(), ResponseOrigin.ResultType, place));
            else allSeen = false;
        }
    }
}
