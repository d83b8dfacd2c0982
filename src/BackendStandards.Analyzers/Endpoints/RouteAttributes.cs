using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>Reads route and verb attributes: the framework's, those derived from them, and the application's own providers.</summary>
internal sealed class RouteAttributes(CodeBase code, CancellationToken cancellation)
{
    /// <summary>Whether an attribute brings a route template.</summary>
    public static bool IsRoute(AttributeData attribute) => Symbols.Implements(attribute.AttributeClass, "IRouteTemplateProvider");

    /// <summary>Whether an attribute brings HTTP methods.</summary>
    public static bool IsVerb(AttributeData attribute) => Symbols.Implements(attribute.AttributeClass, "IActionHttpMethodProvider");

    /// <summary>The route attributes of the nearest type or overridden method that has any: those of several levels do not add up.</summary>
    public static IReadOnlyList<AttributeData> Nearest(ISymbol symbol)
    {
        for (var at = symbol; at is not null; at = Symbols.Base(at))
            if (at.GetAttributes().Where(IsRoute).ToList() is { Count: > 0 } routes)
                return routes;
        return [];
    }

    /// <summary>The template of an attribute and where it is written; null where it has none.</summary>
    public RoutePart? TemplateOf(AttributeData attribute)
    {
        var written = attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax;
        foreach (var named in attribute.NamedArguments)
            if (named is { Key: "Route" or "Template", Value.Value: string text })
                return new(text, written?.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == named.Key)?.Expression);
        if (attribute.AttributeClass is not { } type || attribute.AttributeConstructor is not { } constructor) return null;
        if (AspNet.InSource(type)) return OwnTemplate(attribute, type, constructor) is { } own ? new(own, written) : null;
        for (var i = 0; i < attribute.ConstructorArguments.Length; i++)
            if (constructor.Parameters[i].Name is "template" or "route")
                return attribute.ConstructorArguments[i].Value is string text ? new(text, ArgumentAt(written, i, constructor.Parameters[i].Name)) : null;
        return AspNet.IsKnown(type) ? null : new(RoutePattern.Hole, written);
    }

    /// <summary>The verbs of an attribute; null where they are not seen.</summary>
    public IEnumerable<string>? VerbsOf(AttributeData attribute)
    {
        for (var type = attribute.AttributeClass; type is not null; type = type.BaseType)
            switch (type.Name)
            {
                case "HttpGetAttribute" or "HttpPostAttribute" or "HttpPutAttribute" or "HttpDeleteAttribute" or "HttpPatchAttribute" or "HttpHeadAttribute" or "HttpOptionsAttribute" when AspNet.IsKnown(type):
                    return [type.Name.Substring(4, type.Name.Length - 13).ToUpperInvariant()];
                case "AcceptVerbsAttribute" when AspNet.IsKnown(type) && AspNet.Same(type, attribute.AttributeClass):
                    return attribute.ConstructorArguments.SelectMany(argument => argument.Kind == TypedConstantKind.Array ? argument.Values : ImmutableArray.Create(argument))
                        .Select(value => value.Value as string).OfType<string>().Select(verb => verb.ToUpperInvariant());
            }
        var methods = attribute.AttributeConstructor is { } constructor ? BaseArguments(constructor).FirstOrDefault(argument => argument.Parameter?.Name is "httpMethods" or "method") : null;
        return methods?.Value.DescendantsAndSelf().Select(operation => operation.ConstantValue.Value).OfType<string>().Select(verb => verb.ToUpperInvariant()).Distinct();
    }

    private static ExpressionSyntax? ArgumentAt(AttributeSyntax? attribute, int position, string name)
    {
        if (attribute?.ArgumentList is not { } list) return null;
        var named = list.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == name);
        return named?.Expression ?? list.Arguments.Where(argument => argument.NameEquals is null).ElementAtOrDefault(position)?.Expression;
    }

    // An attribute of the application: `: base("api/" + template)`, or a `Template` property with a constant body.
    private string? OwnTemplate(AttributeData attribute, INamedTypeSymbol type, IMethodSymbol constructor)
    {
        if (type.GetMembers("Template").OfType<IPropertySymbol>().FirstOrDefault() is { GetMethod: { } getter })
        {
            var body = code.BodyOf(getter, cancellation);
            return body?.ReturnsOf(body.Owner) is { Count: 1 } returns && returns[0].ReturnedValue is { ConstantValue: { HasValue: true, Value: string text } } ? text : RoutePattern.Hole;
        }
        foreach (var argument in BaseArguments(constructor))
            if (argument.Parameter?.Name is "template" or "route")
                return Text(argument.Value, attribute);
        return Symbols.Derives(type, "RouteAttribute") || !IsVerb(attribute) ? RoutePattern.Hole : null;
    }

    /// <summary>What a constructor of an attribute of the application gives to its base.</summary>
    public IEnumerable<IArgumentOperation> BaseArguments(IMethodSymbol constructor)
    {
        foreach (var reference in constructor.DeclaringSyntaxReferences)
        {
            SyntaxNode? call = reference.GetSyntax(cancellation) switch
            {
                TypeDeclarationSyntax type => type.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault(),
                ConstructorDeclarationSyntax declaration => declaration.Initializer,
                _ => null,
            };
            if (call is not null && code.Model(call.SyntaxTree).GetOperation(call, cancellation) is { } operation)
                return operation.DescendantsAndSelf().OfType<IInvocationOperation>().FirstOrDefault()?.Arguments ?? ImmutableArray<IArgumentOperation>.Empty;
        }
        return [];
    }

    private static string Text(IOperation operation, AttributeData attribute)
    {
        operation = Values.Unwrap(operation);
        if (operation.ConstantValue is { HasValue: true, Value: var value }) return value as string ?? "";
        return operation switch
        {
            IParameterReferenceOperation { Parameter.Ordinal: var ordinal } when ordinal < attribute.ConstructorArguments.Length && attribute.ConstructorArguments[ordinal].Kind == TypedConstantKind.Primitive =>
                attribute.ConstructorArguments[ordinal].Value as string ?? RoutePattern.Hole,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => Text(sum.LeftOperand, attribute) + Text(sum.RightOperand, attribute),
            IInterpolatedStringOperation interpolated => string.Concat(interpolated.Parts.Select(part => part switch
            {
                IInterpolatedStringTextOperation literal => literal.Text.ConstantValue.Value as string,
                IInterpolationOperation hole => Text(hole.Expression, attribute),
                _ => RoutePattern.Hole,
            })),
            _ => RoutePattern.Hole,
        };
    }
}
