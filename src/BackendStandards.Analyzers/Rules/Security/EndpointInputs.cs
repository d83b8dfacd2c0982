using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Validation;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>What an endpoint takes from a request, as the rules about validation ask for it.</summary>
internal static class EndpointInputs
{
    /// <summary>The parameters of the handler, each with what is bound to it or to its members.</summary>
    public static IEnumerable<IGrouping<IParameterSymbol, EndpointParameter>> Of(Endpoint endpoint, EndpointContext context) => Of(endpoint, context.Cancellation);

    /// <summary>The same outside of a document's analysis.</summary>
    public static IEnumerable<IGrouping<IParameterSymbol, EndpointParameter>> Of(Endpoint endpoint, CancellationToken cancellation) =>
        endpoint.Parameters(cancellation).GroupBy<EndpointParameter, IParameterSymbol>(parameter => parameter.Parameter, SymbolEqualityComparer.Default);

    /// <summary>The model that a parameter brings in; null where that is no model of this compilation.</summary>
    public static INamedTypeSymbol? ModelOf(IGrouping<IParameterSymbol, EndpointParameter> input)
    {
        // The members of an [AsParameters] type are parameters of their own; the model is the type.
        if (input.Any(parameter => !AspNet.Same(parameter.Member, parameter.Parameter)))
            return input.Any(parameter => IsModel(parameter.Source)) ? InputTypes.ModelOf(input.Key.Type) : null;
        var only = input.First();
        return IsModel(only.Source) ? InputTypes.ModelOf(only.Type) : null;
    }

    /// <summary>Where the parameter is written; null where that is another document.</summary>
    public static SyntaxNode? PlaceOf(IParameterSymbol parameter, EndpointContext context) =>
        parameter.DeclaringSyntaxReferences.Where(reference => context.IsHere(reference.SyntaxTree)).Select(reference => reference.GetSyntax(context.Cancellation)).FirstOrDefault();

    /// <summary>Whether a parameter, its handler or its controller is marked as checked.</summary>
    public static bool IsMarked(Endpoint endpoint, IParameterSymbol parameter) =>
        ModelConstraints.IsMarked(parameter) || ModelConstraints.IsMarked(endpoint.Handler!) || (endpoint.Controller is { } controller && ModelConstraints.IsMarked(controller));

    /// <summary>Whether a filter may judge the arguments: one that looks at them, one that is not seen, or one of a group that is handed in.</summary>
    public static bool MayBeFiltered(Endpoint endpoint, EndpointContext context) => MayBeFiltered(endpoint, FilterTypes.MayValidate, context.Cancellation);

    /// <summary>The same with another question to each filter.</summary>
    public static bool MayBeFiltered(Endpoint endpoint, Func<ITypeSymbol?, CancellationToken, bool> may, CancellationToken cancellation) =>
        (endpoint.Controller is null && !endpoint.HasOnlySeenConventions(cancellation)) || endpoint.Filters(cancellation).Any(filter => may(filter, cancellation));

    /// <summary>Whether nothing in the handler, or in what that calls, tests a parameter's members.</summary>
    public static bool IsUnguarded(IParameterSymbol parameter, EndpointContext context, bool annotationsRun, bool membersCount = true)
    {
        var definition = parameter.OriginalDefinition as IParameterSymbol ?? parameter;
        var body = definition.DeclaringSyntaxReferences.FirstOrDefault() is { } reference ? context.Model.Code.BodyAround(reference.GetSyntax(context.Cancellation), context.Cancellation) : null;
        return body is not null && new Guards(context.Model.Code, context.Validators, context.Cancellation, annotationsRun, membersCount).Of(definition, body) == Answer.No;
    }

    private static bool IsModel(BindingSource source) => source is BindingSource.Body or BindingSource.Form or BindingSource.Query or BindingSource.Model;
}
