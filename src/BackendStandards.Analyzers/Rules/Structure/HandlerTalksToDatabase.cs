using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Configuration;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Endpoints.EntryPoints;
using BackendStandards.Analyzers.Queries;
using BackendStandards.Analyzers.Roslyn;
using BackendStandards.Analyzers.Rules.Documentation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Rules.Structure;

/// <summary>BST9001: a controller, hub, resolver or handler that is given the database, and changes what is in it.</summary>
internal sealed class HandlerTalksToDatabase() : HostRule(RuleCatalog.HandlerTalksToDatabase, DataWrite.Names.Concat(DatabaseAccess.RawSql).Concat(DatabaseAccess.Queries).ToArray())
{
    public static readonly Option<bool> AllowQueries = Option.Flag(
        "bst9001.allow_queries", true, "Whether a request handler may query the database itself, without SQL text of its own; what changes it belongs in a service in any case.");

    public static readonly Option<int> MinFiles = Option.Number(
        "bst9001.min_files", 20, "How many source files a project has at least before it needs layers. A project whose database is in another assembly has layers already.");

    public override void Check(HostContext context)
    {
        var reads = !context.Read(AllowQueries);
        if (!reads && !DataWrite.Names.Concat(DatabaseAccess.RawSql).Any(context.Names.Mentions)) return;
        var isSmall = IsSmall(context);
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var endpoint in context.Model.Concerning(context.Tree, context.Cancellation))
            if (endpoint.Kind is EndpointKind.Controller or EndpointKind.Hub or EndpointKind.Grpc && (endpoint.Controller ?? endpoint.Service) is { } type) CheckClass(type);
            else if (endpoint.Kind == EndpointKind.Minimal && endpoint.Handler is { } handler && seen.Add(handler)) CheckHandler(endpoint, handler);
        foreach (var entry in context.Model.EntryPoints.DeclaredIn(context.Tree, context.Cancellation))
            if (entry.Kind is EntryPointKind.HubMethod or EntryPointKind.GrpcMethod or EntryPointKind.GraphQLField && entry.Owner is { } owner) CheckClass(owner);

        // One finding for all that a class does: it is one decision.
        void CheckClass(INamedTypeSymbol type)
        {
            if (!seen.Add(type) || !AspNet.InSource(type) || IsSlice(type)) return;
            foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
                if (context.Model.Code.BodyOf(method, context.Cancellation) is { } body && First(body.Root) is { } access)
                {
                    Report(access, PlaceOf(access.Through, type), type.Name);
                    return;
                }
        }

        void CheckHandler(Endpoint endpoint, IMethodSymbol handler)
        {
            // The method of an object: its class is what is given the database.
            if (handler is { MethodKind: MethodKind.Ordinary, IsStatic: false })
            {
                CheckClass(handler.ContainingType);
                return;
            }
            if (handler.DeclaringSyntaxReferences.FirstOrDefault() is { } declared && declared.SyntaxTree == context.Tree && HandlerFunction.RootOf(handler, context.Model.Code, context.Cancellation) is { } root
                && !IsSlice(endpoint, context)
                && First(root) is { Through: IParameterSymbol parameter } access) Report(access, PlaceOf(parameter, null), endpoint.Describe(context.Cancellation));
        }

        DatabaseAccess? First(IOperation root) => DatabaseAccess.In(root, reads, context.Model.Code, context.Cancellation).FirstOrDefault(access => !isSmall || IsElsewhere(access.Through));

        void Report(DatabaseAccess access, SyntaxNode? place, string who)
        {
            if (place?.SyntaxTree == context.Tree) context.Report(this, place, who, access.Call.TargetMethod.Name, access.Through.Name);
        }

        // What is inherited, and what a method of the class is handed, is shown at the class.
        SyntaxNode? PlaceOf(ISymbol through, INamedTypeSymbol? type)
        {
            var holder = through is IParameterSymbol ? through.ContainingSymbol.ContainingType : through.ContainingType;
            var reference = type is null || AspNet.Same(holder?.OriginalDefinition, type.OriginalDefinition) ? through.DeclaringSyntaxReferences.FirstOrDefault() : null;
            return (reference ?? type?.DeclaringSyntaxReferences.FirstOrDefault())?.GetSyntax(context.Cancellation);
        }
    }

    // Half of a slice is not a layer that is left out.
    private static bool IsSlice(INamedTypeSymbol type) => type.AllInterfaces.Any(static one => one.Name is "IRequestHandler" or "ICommandHandler" or "IQueryHandler");

    // A use case that has a namespace of its own (SignContract.SignContractEndpoint), or its types in the class that maps it.
    private static bool IsSlice(Endpoint endpoint, HostContext context)
    {
        if (endpoint.Declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type
            || context.Model.Concerning(type.SyntaxTree, context.Cancellation).Select(static one => one.Declaration).Distinct().Count(one => one.FirstAncestorOrSelf<TypeDeclarationSyntax>() == type) != 1) return false;
        var useCase = type.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>()?.Name.ToString().Split('.').Last();
        return type.Members.OfType<TypeDeclarationSyntax>().Any() || (useCase is not null && Words.Split(useCase).Count > 1 && type.Identifier.ValueText.StartsWith(useCase, StringComparison.Ordinal));
    }

    private static bool IsElsewhere(ISymbol through)
    {
        var type = through switch { IFieldSymbol field => field.Type, IPropertySymbol property => property.Type, IParameterSymbol parameter => parameter.Type, _ => null };
        return type is not null && !AspNet.InSource(type) && !AspNet.IsKnown(type) && QueryNames.IsContext(type);
    }

    private static bool IsSmall(HostContext context)
    {
        var missing = context.Read(MinFiles);
        foreach (var tree in context.Model.Code.Compilation.SyntaxTrees)
        {
            if (missing <= 0) return false;
            if (WrittenByHand.Is(tree)) missing--;
        }
        return missing > 0;
    }
}
