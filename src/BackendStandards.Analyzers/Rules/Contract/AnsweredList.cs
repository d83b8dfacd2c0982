using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Contract;

/// <summary>
/// A list that a handler answers with in the envelope, or that the envelope will go around. <paramref name="Place"/> is the envelope's call or, where there is
/// none, <paramref name="Data"/>.
/// </summary>
internal sealed record AnsweredList(ExpressionSyntax Place, ExpressionSyntax Data, ITypeSymbol DataType, ListShape Shape)
{
    private static readonly ImmutableHashSet<string> Successes = ImmutableHashSet.Create(StringComparer.Ordinal, "Ok", "Json");

    /// <summary>What a list that is answered consists of; null for whatever is written as something else.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol? type)
    {
        if (type is IArrayTypeSymbol { ElementType: var element }) return element.SpecialType == SpecialType.System_Byte ? null : element;
        if (type is not INamedTypeSymbol { SpecialType: not SpecialType.System_String } named || named.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "JsonConverterAttribute")) return null;
        return named.AllInterfaces.Append(named).FirstOrDefault(static one => one is { Name: "IEnumerable" or "IAsyncEnumerable", TypeArguments.Length: 1 })?.TypeArguments[0] is { Name: not "KeyValuePair" } row ? row : null;
    }

    /// <summary>Reads what a handler returns; null where it is no list, or says more than one.</summary>
    public static AnsweredList? Read(ExpressionSyntax returned, IOperation? operation) => operation is null ? null : Read(Values.Unwrap(operation), ListShape.Plain);

    private static AnsweredList? Read(IOperation value, ListShape shape)
    {
        switch (value)
        {
            case IInvocationOperation { TargetMethod: { Name: "Ok", ContainingType: var type } } call when ResponseFormat.IsInFormat(type) && type.Name is "ApiResults" or "ApiResponse":
                return AspNet.Argument(call, "data") is { } data ? Of(call, Values.Unwrap(data), type.Name == "ApiResults" ? ListShape.Result : ListShape.Body) : null;
            case IObjectCreationOperation { Type: { Name: "ApiResponse" } type, Initializer.Initializers: var members } created when ResponseFormat.IsInFormat(type):
                var assigned = members.OfType<ISimpleAssignmentOperation>().Where(static member => member.Target is IPropertyReferenceOperation).ToDictionary(static member => ((IPropertyReferenceOperation)member.Target).Property.Name, static member => member.Value);
                return assigned.TryGetValue("Data", out var given) && !assigned.ContainsKey("Meta") ? Of(created, Values.Unwrap(given), ListShape.Written) : null;
            case IInvocationOperation call when Successes.Contains(call.TargetMethod.Name) && call.TargetMethod.ContainingType.Name is "Results" or "TypedResults" or "ControllerBase" or "Controller" && AspNet.IsKnown(call.TargetMethod):
                var inner = (AspNet.Argument(call, "value") ?? AspNet.Argument(call, "data")) is { } body ? Values.Unwrap(body) : null;
                if (inner is null) return null;
                return call.TargetMethod.ContainingType.Name is "Results" or "TypedResults" && Of(call, inner, ListShape.PlainResult) is { } list ? list : Read(inner, ListShape.PlainBody);
            default:
                return Of(value, value, shape);
        }
    }

    private static AnsweredList? Of(IOperation place, IOperation data, ListShape shape) =>
        place.Syntax is ExpressionSyntax at && data.Syntax is ExpressionSyntax value && ResultStatus.Awaited(data.Type) is { } type && !ResultStatus.IsResult(type) && ElementOf(type) is not null
            ? new(at, value.Parent is AwaitExpressionSyntax awaited ? awaited : value, type, shape) : null;
}
