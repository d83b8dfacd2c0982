using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Endpoints.Facts;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Rules.Contract;

/// <summary>BST2001: a success whose body is bare data, in a project that has the envelope.</summary>
internal sealed class ResponseOutsideEnvelope() : EndpointRule(RuleCatalog.ResponseOutsideEnvelope)
{
    /// <summary>The calls that answer with a success and a body.</summary>
    public static readonly ImmutableHashSet<string> Successes = ImmutableHashSet.Create(
        StringComparer.Ordinal, "Ok", "Created", "CreatedAtAction", "CreatedAtRoute", "Accepted", "AcceptedAtAction", "AcceptedAtRoute");

    /// <summary>The diagnostic's property of a value that is returned without a result: the class to wrap it with.</summary>
    public const string Plain = nameof(Plain);

    private const string Outside = "outside of the response format: ";

    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        if (!ResponseFormat.IsMissing(this, endpoint, context)) return;
        foreach (var (returned, _, body) in ReturnedResult.ReturnedBy(endpoint, context))
        {
            var operation = body.At(returned);
            if (ReturnedResult.Read(returned, operation) is { } result)
            {
                if (Successes.Contains(result.Method.Name) && IsBare(result.ValueType))
                    context.Report(this, result.Call, ImmutableDictionary<string, string?>.Empty, $"'{result.Method.Name}'", Outside + (result.InController
                        ? $"write {result.Method.Name}(ApiResponse.Ok(…)), or call AddControllers().AddApiEnvelope()"
                        : $"write ApiResults.{(result.Method.Name.StartsWith("Created", StringComparison.Ordinal) ? "Created" : "Ok")}(…), or call WithApiEnvelope() on its group"));
            }
            else if (endpoint.Kind is EndpointKind.Minimal or EndpointKind.Controller && operation is not null && IsPlain(Values.Unwrap(operation)))
            {
                var inController = endpoint.Controller is not null;
                context.Report(this, returned, ImmutableDictionary<string, string?>.Empty.Add(Plain, inController ? "ApiResponse" : "ApiResults"), $"'{context.Describe(endpoint)}'", Outside + (inController
                    ? "write ApiResponse.Ok(…), or call AddControllers().AddApiEnvelope()"
                    : "write ApiResults.Ok(…), or call WithApiEnvelope() on its group"));
            }
        }
    }

    // return product;
    private static bool IsPlain(IOperation value) => value.Kind != OperationKind.Throw && ResultStatus.Awaited(value.Type) is { TypeKind: not TypeKind.Delegate, SpecialType: not SpecialType.System_Void } type && !ResultStatus.IsResult(type) && IsBare(type) && type.Name is not ("HttpResponseMessage" or "Task" or "ValueTask");

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
