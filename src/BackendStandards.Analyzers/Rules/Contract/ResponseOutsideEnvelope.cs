using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Endpoints;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Rules.Contract;

/// <summary>BST2001: a success whose body is bare data, in a project that has the envelope.</summary>
internal sealed class ResponseOutsideEnvelope() : EndpointRule(RuleCatalog.ResponseOutsideEnvelope)
{
    /// <summary>The calls that answer with a success and a body.</summary>
    public static readonly ImmutableHashSet<string> Successes = ImmutableHashSet.Create(
        StringComparer.Ordinal, "Ok", "Created", "CreatedAtAction", "CreatedAtRoute", "Accepted", "AcceptedAtAction", "AcceptedAtRoute");

    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        if (!ResponseFormat.IsMissing(this, endpoint, context)) return;
        foreach (var (returned, _, body) in ReturnedResult.ReturnedBy(endpoint, context))
        {
            if (ReturnedResult.Read(returned, body.At(returned)) is not { } result || !Successes.Contains(result.Method.Name) || !IsBare(result.ValueType)) continue;
            context.Report(this, result.Call, ImmutableDictionary<string, string?>.Empty, result.Method.Name, result.InController
                ? $"write {result.Method.Name}(ApiResponse.Ok(…)), or call AddControllers().AddApiEnvelope()"
                : $"write ApiResults.{(result.Method.Name.StartsWith("Created", StringComparison.Ordinal) ? "Created" : "Ok")}(…), or call WithApiEnvelope() on its group");
        }
    }

    /// <summary>Whether a value is data that nothing is around. What is not known, and what is no JSON, is not.</summary>
    public static bool IsBare(ITypeSymbol? type) => type switch
    {
        null or IErrorTypeSymbol or ITypeParameterSymbol or IDynamicTypeSymbol => false,
        { SpecialType: SpecialType.System_Object or SpecialType.System_String } => false,
        IArrayTypeSymbol array => array.ElementType.SpecialType != SpecialType.System_Byte,
        _ => !ResponseFormat.IsInFormat(type) && !ResponseFormat.IsOwnFormat(type) && !IsStream(type),
    };

    private static bool IsStream(ITypeSymbol type)
    {
        for (var up = type; up is not null; up = up.BaseType)
            if (up is { Name: "Stream" or "ProblemDetails" or "Task" or "ValueTask" }) return true;
        return false;
    }
}
