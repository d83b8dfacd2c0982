using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Endpoints.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Contract;

/// <summary>BST2092: where nothing is serialized by reflection, an endpoint answers in the envelope with a type that no registered JSON context names.</summary>
internal sealed class AnswerNotInJsonContext() : EndpointRule(RuleCatalog.AnswerNotInJsonContext)
{
    /// <summary>The diagnostic's property that holds the type to add, with its namespaces.</summary>
    public const string TypeToAdd = nameof(TypeToAdd);

    /// <summary>The diagnostic's property that holds the documentation id of the context to add it to.</summary>
    public const string ContextToExtend = nameof(ContextToExtend);

    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        // Controllers have options of their own, and are not supported in native code by ASP.NET Core itself.
        if (endpoint.Kind != EndpointKind.Minimal || !IsWithoutReflection(context) || !ResponseFormat.IsAsked(context)) return;
        var cancellation = context.Cancellation;
        Answer? isWrapped = null;
        foreach (var (returned, _, body) in ReturnedResult.ReturnedBy(endpoint, context))
        {
            if (body.At(returned) is not { } operation) continue;
            var value = Values.Unwrap(operation);
            if (OfTypedResult(value, context.Model.Code.Compilation) is { } exact)
            {
                if (Contexts() is { IsKnown: true } contexts && !contexts.Knows(exact)) Report(returned, exact, contexts, context);
            }
            else if ((isWrapped ??= IsWrapped()) == Answer.Yes && OfWrapped(value) is { } written && Contexts() is { IsKnown: true } known && !known.MayWrite(written)) Report(returned, written, known, context);
        }

        JsonContexts Contexts() => context.RememberForAll(this, nameof(JsonContexts), () => JsonContexts.Of(context.Model, cancellation));

        Answer IsWrapped() => ResponseFormat.IsCovered(endpoint, cancellation) ? ResponseFormat.IsWrapped(this, endpoint, context) : Answer.No;
    }

    // What the project says goes before what publishing implies.
    private static bool IsWithoutReflection(EndpointContext context) => context.ProjectSets("JsonSerializerIsReflectionEnabledByDefault") switch
    {
        "" => context.ProjectSets("PublishAot") == "true",
        var isEnabled => isEnabled == "false",
    };

    // ApiResults.Ok<T>: written as T, whatever the value is at run time.
    private static ITypeSymbol? OfTypedResult(IOperation value, Compilation compilation)
    {
        if (value is not IInvocationOperation { TargetMethod: { ContainingType: { Name: "ApiResults" } type, TypeArguments: { Length: 1 } arguments } method } || !ResponseFormat.IsInFormat(type)) return null;
        var data = method.Name == "Paged" ? compilation.GetTypeByMetadataName("System.Collections.Generic.IReadOnlyList`1")?.Construct(arguments[0]) : arguments[0];
        return data is not null && IsCertain(data) ? data : null;
    }

    // A value in a group is written as what it is at run time: of an interface or an abstract class that is not known.
    private static ITypeSymbol? OfWrapped(IOperation value)
    {
        if (value is IInvocationOperation { TargetMethod: { Name: "Ok" or "Json" or "Created" or "CreatedAtRoute" or "Accepted" or "AcceptedAtRoute", ContainingType.Name: "Results" or "TypedResults" } method } call)
        {
            if (!AspNet.IsKnown(method) || (AspNet.Argument(call, "value") ?? AspNet.Argument(call, "data")) is not { } given) return null;
            value = Values.Unwrap(given);
        }
        return ResultStatus.Awaited(value.Type) is { } type && IsCertain(type) && type is not { TypeKind: TypeKind.Interface } && !type.IsAbstract && !ResponseFormat.IsInFormat(type)
            && type is not INamedTypeSymbol { IsGenericType: true, Name: "Results" } && !ResultStatus.IsResult(type) && type.SpecialType != SpecialType.System_String ? type : null;
    }

    private static bool IsCertain(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol or ITypeParameterSymbol or IDynamicTypeSymbol or IPointerTypeSymbol or { SpecialType: SpecialType.System_Object or SpecialType.System_Void } => false,
        IArrayTypeSymbol array => IsCertain(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.All(IsCertain),
        _ => false,
    };

    private void Report(ExpressionSyntax place, ITypeSymbol type, JsonContexts contexts, EndpointContext context)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        string remedy;
        if (HasNoName(type)) remedy = "a type without a name can be in no context";
        else if (contexts.First is not { } first) remedy = "no JsonSerializerContext is registered";
        else
        {
            remedy = $"add [JsonSerializable(typeof({type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}))] to {first.Name}";
            properties = properties.Add(TypeToAdd, type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)).Add(ContextToExtend, first.GetDocumentationCommentId());
        }
        context.Report(this, place, properties, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), remedy);
    }

    private static bool HasNoName(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => HasNoName(array.ElementType),
        INamedTypeSymbol named => named.IsAnonymousType || named.TypeArguments.Any(HasNoName),
        _ => false,
    };
}
