using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints.EntryPoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Endpoints;

/// <summary>Modules of Carter: the library hands each of them what it is mapped on, or, for a <c>CarterModule</c>, a group made for it.</summary>
internal sealed class CarterModules(BuilderMemo memo, CancellationToken cancellation)
{
    /// <summary>Whether a method is the one that a module maps its endpoints in.</summary>
    public static bool IsAddRoutes(ISymbol symbol) =>
        symbol is IMethodSymbol { Name: "AddRoutes" or "Carter.ICarterModule.AddRoutes", ContainingType: { } type } && (Libraries.Interfaces(type, "Carter", "ICarterModule").Any() || Libraries.Derives(type, "Carter", "CarterModule"));

    /// <summary>Whether the library makes a group for a module.</summary>
    public bool HasGroup(INamedTypeSymbol module) => Libraries.Derives(module, "Carter", "CarterModule");

    /// <summary>The calls that map all modules.</summary>
    public IEnumerable<IOperation> Mappings() =>
        memo.Code.TreesWith("MapCarter", cancellation).SelectMany(tree => memo.Code.CallsNamed("MapCarter", tree, cancellation)).OfType<IInvocationOperation>()
            .Where(call => Libraries.RootOf(call.TargetMethod.ContainingType) == "Carter" && AspNet.BuilderOf(call) is not null);

    /// <summary>The group of a module, under what Carter is mapped on.</summary>
    public Builder GroupOf(IParameterSymbol parameter, Builder parent) =>
        new(null, Context.Empty, parent, BasePath(parameter.ContainingType)) { HandedIn = parameter, Module = parameter.ContainingType, Maybe = parent.Maybe };

    /// <summary>What a module's constructor says of its group: <c>RequireAuthorization();</c>.</summary>
    public IEnumerable<Effect> EffectsOf(INamedTypeSymbol module)
    {
        var reader = new EffectReader(new Values(memo.Code, cancellation));
        foreach (var constructor in module.InstanceConstructors)
            foreach (var operation in memo.Code.BodyOf(constructor, cancellation)?.Root.Descendants() ?? [])
                switch (operation)
                {
                    case IInvocationOperation call when Libraries.RootOf(call.TargetMethod.ContainingType) == "Carter":
                        foreach (var effect in reader.Read(call, Context.Empty)) yield return effect with { Maybe = effect.Maybe || Conditions.Between(call, null) };
                        break;
                    // Runs before each handler, and may answer itself.
                    case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Before" } } before:
                        yield return new(EffectKind.Filter, before, false);
                        break;
                }
    }

    private RoutePart BasePath(INamedTypeSymbol module)
    {
        foreach (var constructor in module.InstanceConstructors)
            if (new RouteAttributes(memo.Code, cancellation).BaseArguments(constructor).FirstOrDefault(argument => argument.Parameter?.Name == "basePath") is { } path)
                return RouteTexts.Of(path.Value, Context.Empty, new Values(memo.Code, cancellation));
        return new RoutePart("", null);
    }
}
