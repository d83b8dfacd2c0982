using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Flow;
using BackendStandards.Analyzers.Roslyn;
using BackendStandards.Analyzers.Rules.Security;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Api;

/// <summary>What BST1022 asks beyond the flow: whether an endpoint names one resource in its route, and whether it was asked before if there is one.</summary>
internal static class MissingResource
{
    private static readonly HashSet<string> IdWords = new(StringComparer.Ordinal) { "id", "ids", "guid", "uuid", "key", "slug", "code", "number", "name", "sku" };

    private static readonly string[] ExistenceWords = ["Exist", "Any", "Contains", "IsFound", "HasAccess"];

    /// <summary>What a handler returns without a result object around it.</summary>
    public static ImmutableArray<Sink> Returned(IReturnOperation operation, ISymbol owner)
    {
        if (operation.ReturnedValue is not { } value) return ImmutableArray<Sink>.Empty;
        while (value is IConversionOperation conversion) value = conversion.Operand;
        return IsThing(value.Type) && ReturnedAnswers.IsHandler(operation, owner) && MayNameOne(operation.Syntax) ? ImmutableArray.Create(new Sink("found", value, "return", operation, IsAppended: false)) : ImmutableArray<Sink>.Empty;
    }

    /// <summary>Whether a value can be the null of a look-up, by its type and the way it is written.</summary>
    public static bool MayBe(Sink sink)
    {
        var value = sink.Value;
        while (value is IConversionOperation conversion) value = conversion.Operand;
        return MayNameOne(sink.Value.Syntax) && IsThing(value.Type) && value is not (IObjectCreationOperation or IAnonymousObjectCreationOperation or IArrayCreationOperation or IPropertyReferenceOperation or IInterpolatedStringOperation or IBinaryOperation);
    }

    /// <summary>A look-up, where the route names the one thing that it may not find, and nothing has asked before whether there is one.</summary>
    public static Origin Counts(FlowFinding finding)
    {
        if (finding.Value.Worst(Origin.Lookup) is not { Source: { } source } || AsksWhether(source) || AsksWhether(finding.Sink.Value)) return Origin.None;
        return finding.Handled.Any(endpoint => endpoint.Route(finding.Cancellation).ParameterNames.Any(IsId)) ? Origin.Lookup : Origin.None;
    }

    /// <summary>The look-up, as it is called.</summary>
    public static string NameOf(FlowFinding finding) => finding.Value.Worst(Origin.Lookup)?.Source is IInvocationOperation { TargetMethod.Name: var name } ? name : "The look-up";

    private static bool IsId(string parameter) => Words.Split(parameter) is { Count: > 0 } words && IdWords.Contains(words[words.Count - 1]);

    /// <summary>By spelling, before anything is asked: whether a route near a handler has a parameter. One that is kept in a constant or mapped elsewhere may.</summary>
    private static bool MayNameOne(SyntaxNode answer)
    {
        foreach (var up in answer.Ancestors())
            switch (up)
            {
                case AnonymousFunctionExpressionSyntax { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: { Count: > 1 } arguments } } }: return MayHoldParameter(arguments.First().Expression) || HasGroup(up);
                case MethodDeclarationSyntax method:
                    var written = method.AttributeLists.Concat((method.Parent as TypeDeclarationSyntax)?.AttributeLists ?? default).SelectMany(list => list.Attributes).Where(attribute => attribute.Name.ToString() is var name && (name.StartsWith("Http", StringComparison.Ordinal) || name.StartsWith("Route", StringComparison.Ordinal) || name.StartsWith("AcceptVerbs", StringComparison.Ordinal)))
                        .SelectMany(attribute => attribute.ArgumentList?.Arguments ?? default).ToList();
                    return written.Count == 0 || written.Any(argument => MayHoldParameter(argument.Expression));
            }
        return false;
    }

    // A group that the endpoint is mapped on may bring the parameter.
    private static bool HasGroup(SyntaxNode handler) => handler.Parent?.Parent?.Parent is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: not IdentifierNameSyntax { Identifier.ValueText: "app" } } };

    private static bool MayHoldParameter(ExpressionSyntax route) => route switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => text.IndexOf('{') >= 0,
        LiteralExpressionSyntax or TypeOfExpressionSyntax or MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "StatusCodes" } } => false,
        _ => true,
    };

    // No result, no list, no text and no number.
    private static bool IsThing(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } results }) type = results[0];
        return type is { IsReferenceType: true, SpecialType: SpecialType.None, TypeKind: not (TypeKind.Array or TypeKind.Dynamic or TypeKind.Error) } && !type.AllInterfaces.Any(contract => contract.SpecialType == SpecialType.System_Collections_IEnumerable)
            && !Symbols.Implements(type, "IActionResult") && !Symbols.Implements(type, "IResult") && !Symbols.Implements(type, "IConvertToActionResult") && type.Name is not ("Task" or "ValueTask" or "Stream");
    }

    /// <summary>Whether the function around asks in some condition if the thing exists: then null is no answer of it.</summary>
    private static bool AsksWhether(IOperation operation)
    {
        var function = operation.Syntax.FirstAncestorOrSelf<SyntaxNode>(up => up is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax { Parent: ArgumentSyntax });
        return function is not null && function.DescendantNodes().Any(node => node is IfStatementSyntax or ConditionalExpressionSyntax
            && (node is IfStatementSyntax test ? test.Condition : ((ConditionalExpressionSyntax)node).Condition).DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(call => Asks(call)));
    }

    private static bool Asks(InvocationExpressionSyntax call)
    {
        var name = call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        return ExistenceWords.Any(word => name.IndexOf(word, StringComparison.Ordinal) >= 0);
    }
}
