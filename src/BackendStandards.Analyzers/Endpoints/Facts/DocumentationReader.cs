using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Endpoints.Facts;

/// <summary>Reads what documents an endpoint.</summary>
internal sealed class DocumentationReader(StatementReader reader)
{
    public EndpointDocumentation Of(Endpoint endpoint, StatementSet statements)
    {
        var code = statements.Of(EffectKind.OpenApi).ToList();
        // [SwaggerOperation(Summary = "…")] says what the framework's own attributes say.
        var isWritten = code.Exists(statement => statement.Attribute is null && IsGiven(statement, "configureOperation", "transformer"));
        return new(
            NameOf(endpoint, statements),
            Find(statements, EffectKind.Summary, "summary"),
            Find(statements, EffectKind.Description, "description"),
            Find(statements, EffectKind.Tags, "tags"),
            XmlOf(endpoint),
            isWritten);
    }

    private bool IsGiven(Statement statement, params string[] names) => names.Any(name => reader.Argument(statement, name) is not null);

    private Told NameOf(Endpoint endpoint, StatementSet statements)
    {
        var named = Find(statements, EffectKind.Name, "endpointName");
        if (named.Answer == Answer.Yes || endpoint.Controller is null || endpoint.Handler is not { } action) return named;
        // [HttpGet("…", Name = "…")]
        foreach (var attribute in RouteAttributes.Nearest(action))
            if (reader.Value(attribute, "name") is { IsGiven: true } name)
                return new(Answer.Yes, attribute.ApplicationSyntaxReference?.GetSyntax(reader.Cancellation), name.Text);
        return named;
    }

    private Told Find(StatementSet statements, EffectKind kind, string argument)
    {
        foreach (var statement in statements.Of(kind).Concat(statements.Of(EffectKind.OpenApi)))
        {
            var value = reader.Value(statement, argument == "endpointName" && statement.Kind == EffectKind.OpenApi ? "operationId" : argument, argument == "tags" ? "name" : argument);
            if (statement.Kind == EffectKind.OpenApi && !value.IsGiven) continue;
            return new(statement.Maybe ? Answer.Unknown : Answer.Yes, statement.Place(reader.Cancellation), value.Texts.Count > 0 ? string.Join(", ", value.Texts) : null);
        }
        return new(statements.AllSeen ? Answer.No : Answer.Unknown, null);
    }

    private Told XmlOf(Endpoint endpoint)
    {
        for (ISymbol? symbol = endpoint.Kind == EndpointKind.FastEndpoint ? endpoint.Service : endpoint.Handler; symbol is not null; symbol = Symbols.Base(symbol))
        {
            if (!AspNet.InSource(symbol)) return new(Answer.Unknown, null);
            if (XmlComment.Of(symbol, reader.Cancellation) is not { } comment) return new(Answer.No, null);
            if (comment.Summary is { } summary) return new(Answer.Yes, comment.Declaration, summary);
            if (!comment.Inherits) return new(Answer.No, comment.Declaration);
            // Without a base, it is that of an interface or of whatever `cref` names.
            if (Symbols.Base(symbol) is null) return new(Answer.Yes, comment.Declaration);
        }
        return new(endpoint.Kind is EndpointKind.Minimal or EndpointKind.Fallback ? Answer.Unknown : Answer.No, null);
    }
}
