using System.Globalization;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Endpoints.Facts;

/// <summary>Reads the versions that conventions and attributes of Asp.Versioning declare.</summary>
internal sealed class VersionReader(StatementReader reader)
{
    private const string Implicit = "1.0";

    public EndpointVersions Of(StatementSet statements)
    {
        var said = statements.Of(EffectKind.Version).ToList();
        var isDeclared = statements.Has(EffectKind.Version);
        if (said.Exists(statement => IsNeutral(statement) && !statement.Maybe)) return new(isDeclared, [], true);
        if (said.Exists(statement => statement.Maybe) || (said.Count > 0 && isDeclared == Answer.Unknown)) return new(isDeclared, null, false);
        if (said.Count == 0) return new(isDeclared, isDeclared == Answer.No ? [] : null, false);

        // What an action is mapped to is a choice of what its controller or group declares; a set and a versioned group only say that there are some.
        var mapped = said.FindAll(statement => NameOf(statement) is "MapToApiVersion" or "MapToApiVersions" or "MapToApiVersionAttribute");
        var declared = said.FindAll(statement => NameOf(statement) is "HasApiVersion" or "HasApiVersions" or "HasDeprecatedApiVersion" or "HasDeprecatedApiVersions" or "Version" || (statement.Attribute is not null && !mapped.Contains(statement)) || statement.Convention?.Metadata is not null);
        var sets = said.FindAll(statement => NameOf(statement) == "WithApiVersionSet");
        // In a versioned API, an endpoint that names none serves what its siblings declare.
        return new(isDeclared, mapped.Count > 0 ? Values(mapped) : declared.Count > 0 ? Values(Nearest(declared)) : sets.Count > 0 ? SetOf(sets[0]) : null, false);
    }

    // Attributes of an action replace those of its controller; conventions of groups add up.
    private static IEnumerable<Statement> Nearest(List<Statement> declared)
    {
        var ofAttributes = declared.Where(statement => statement.Attribute is not null).Select(statement => statement.Level).DefaultIfEmpty(0).Min();
        return declared.Where(statement => statement.Attribute is null || statement.Level == ofAttributes);
    }

    private static string NameOf(Statement statement) =>
        statement.Attribute is { } attribute ? attribute.AttributeClass?.Name ?? "" : statement.Convention is { Metadata: null, Site: IInvocationOperation call } ? call.TargetMethod.Name : "";

    private static bool IsNeutral(Statement statement) => NameOf(statement) == "IsApiVersionNeutral" || Symbols.Implements(StatementReader.TypeOf(statement), "IApiVersionNeutral");

    private IReadOnlyList<string>? Values(IEnumerable<Statement> statements)
    {
        var values = new List<string>();
        foreach (var statement in statements)
        {
            var value = statement.Attribute is { } attribute ? OfAttribute(attribute)
                : statement.Convention is { } convention ? convention.Metadata is { } item ? OfObject(item, convention.Context) : convention.Site is IInvocationOperation call ? OfArguments(call.Arguments, convention.Context) : null
                : null;
            if (value is null) return null;
            values.Add(value);
        }
        return [.. values.Distinct().OrderBy(value => value, StringComparer.Ordinal)];
    }

    private string? OfAttribute(AttributeData attribute) => Format([reader.Value(attribute, "version").Value]);

    private string? OfObject(IOperation item, Context context) => Define(item, context) is { Operation: IObjectCreationOperation creation } place ? OfArguments(creation.Arguments, place.Context) : null;

    private Place? Define(IOperation item, Context context) => new Values(reader.Code, reader.Cancellation).Define(item, context);

    private string? OfArguments(IEnumerable<IArgumentOperation> arguments, Context context)
    {
        var parts = new List<object?>();
        foreach (var argument in arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue || argument.Parameter is not { Name: not ("builder" or "status" or "deprecateAt") }) continue;
            if (Define(argument.Value, context) is { Operation: IObjectCreationOperation { Type.Name: "ApiVersion" } version } place) return OfArguments(version.Arguments, place.Context);
            if (reader.Read(argument.Value, context) is not { IsSeen: true, Value: var value }) return null;
            if (value is not null) parts.Add(value);
        }
        return Format(parts);
    }

    // HasApiVersion(1), (1, 0), (1.0), ("1.0"), ("2024-05-01")
    private static string? Format(IReadOnlyList<object?> parts)
    {
        var texts = parts.Select(part => part switch
        {
            double number => number.ToString("0.0###", CultureInfo.InvariantCulture),
            int number => number.ToString(CultureInfo.InvariantCulture),
            string text => text,
            _ => null,
        }).ToList();
        if (texts.Count == 0 || texts.Contains(null)) return null;
        var version = string.Join(".", texts);
        return version.All(char.IsDigit) ? version + ".0" : version;
    }

    private IReadOnlyList<string>? SetOf(Statement statement)
    {
        if (statement.Convention is not { Site: IInvocationOperation call } convention || AspNet.Argument(call, "apiVersionSet") is not { } set || Define(set, convention.Context) is not { } at) return null;
        var values = new List<string>();
        for (Place? place = at; place is { Operation: IInvocationOperation step } here; place = AspNet.ReceiverOf(step) is { } receiver ? Define(receiver, here.Context) : null)
            switch (step.TargetMethod.Name)
            {
                case "HasApiVersion" or "HasDeprecatedApiVersion" when OfArguments(step.Arguments, here.Context) is { } version: values.Add(version); break;
                case "HasApiVersion" or "HasDeprecatedApiVersion": return null;
                case "NewApiVersionSet": return values.Count == 0 ? [Implicit] : [.. values.Distinct().OrderBy(value => value, StringComparer.Ordinal)];
            }
        return null;
    }
}
