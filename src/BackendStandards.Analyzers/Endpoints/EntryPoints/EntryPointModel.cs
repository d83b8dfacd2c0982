using System.Collections.Concurrent;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints.Facts;
using BackendStandards.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Endpoints.EntryPoints;

/// <summary>The code of one compilation that the outside reaches by another way than an HTTP handler, for one document at a time.</summary>
internal sealed class EntryPointModel(CodeBase code, HostingModel hosting, MinimalEndpoints endpoints)
{
    private static readonly string[] GraphMappings = ["MapGraphQL", "MapGraphQLHttp"];
    private readonly GraphFields _fields = new(code);
    private readonly MessageEntries _messages = new(code);
    private readonly ConcurrentDictionary<SyntaxTree, IReadOnlyList<EntryPoint>> _byTree = new();

    /// <summary>Those that are written in a document.</summary>
    public IReadOnlyList<EntryPoint> DeclaredIn(SyntaxTree tree, CancellationToken cancellation) =>
        _byTree.TryGetValue(tree, out var known) ? known : _byTree.GetOrAdd(tree, [.. Find(tree, cancellation).OrderBy(entry => entry.Declaration.SpanStart)]);

    /// <summary>All of them. For questions about the whole application only.</summary>
    public IReadOnlyList<EntryPoint> All(CancellationToken cancellation) => [.. code.Compilation.SyntaxTrees.SelectMany(tree => DeclaredIn(tree, cancellation))];

    private IEnumerable<EntryPoint> Find(SyntaxTree tree, CancellationToken cancellation)
    {
        var types = tree.GetRoot(cancellation).DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<TypeDeclarationSyntax>();
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var declaration in types)
        {
            if (!MayMatter(declaration, cancellation) || code.Model(tree).GetDeclaredSymbol(declaration, cancellation) is not INamedTypeSymbol { TypeKind: TypeKind.Class } type || !seen.Add(type)) continue;
            foreach (var entry in Of(type, cancellation))
                // What a base class has is declared there, and belongs to it.
                if (entry.Declaration.SyntaxTree == tree)
                    yield return entry;
        }
        foreach (var entry in _messages.In(tree, cancellation)) yield return entry;
    }

    // All but HotChocolate's types derive from something; those are marked, or named where they are registered.
    private bool MayMatter(TypeDeclarationSyntax declaration, CancellationToken cancellation) =>
        declaration.BaseList is not null || declaration.AttributeLists.Count > 0 || _fields.Names(cancellation).Contains(declaration.Identifier.ValueText);

    private IEnumerable<EntryPoint> Of(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (ServiceMethods.IsHub(type))
            foreach (var method in ServiceMethods.OfHub(type)) yield return Make(EntryPointKind.HubMethod, ServiceMethods.NameOf(method), method, type, Sent(method, cancellation), token => OfHub(type, method, token), cancellation);
        else if (ServiceMethods.IsGrpc(type))
            foreach (var method in ServiceMethods.OfGrpc(type).Where(method => AspNet.Same(method.ContainingType, type)))
                yield return Make(EntryPointKind.GrpcMethod, method.Name, method, type, Sent(method, cancellation), token => Mapped("MapGrpcService", type, token).FirstOrDefault(endpoint => AspNet.Same(endpoint.Handler, method))?.Authorization(token), cancellation);
        else if (GraphFields.IsOfGraphQLNet(type))
            foreach (var (name, resolver, inputs, place) in _fields.ResolversOf(type, cancellation)) yield return new(EntryPointKind.GraphQLField, name, resolver, type, place, inputs, token => OfGraph(type, resolver, token));
        else if (_fields.IsOfHotChocolate(type, cancellation))
            foreach (var method in GraphFields.MethodsOf(type)) yield return Make(EntryPointKind.GraphQLField, GraphFields.NameOf(method), method, type, Sent(method, cancellation), token => OfGraph(type, method, token), cancellation);
        foreach (var entry in MessageEntries.Of(type, cancellation)) yield return entry;
    }

    private static EntryPoint Make(EntryPointKind kind, string name, IMethodSymbol method, INamedTypeSymbol owner, IReadOnlyList<EntryInput> inputs, Func<CancellationToken, EndpointAuthorization?> authorization, CancellationToken cancellation) =>
        new(kind, name, method, owner, (method.DeclaringSyntaxReferences.FirstOrDefault() ?? owner.DeclaringSyntaxReferences[0]).GetSyntax(cancellation), inputs, authorization);

    private IReadOnlyList<EntryInput> Sent(IMethodSymbol method, CancellationToken cancellation) =>
        [.. ServiceMethods.Sent(method).Where(parameter => !hosting.IsRegistered(parameter.Type, cancellation)).Select(parameter => new EntryInput(parameter.Name, parameter.Type, parameter))];

    private IEnumerable<Endpoint> Mapped(string call, INamedTypeSymbol? service, CancellationToken cancellation) =>
        code.TreesWith(call, cancellation).SelectMany(tree => code.CallsNamed(call, tree, cancellation)).OfType<IInvocationOperation>().Where(MinimalEndpoints.IsTerminal)
            .SelectMany(mapping => endpoints.Of(mapping, cancellation)).Where(endpoint => service is null || AspNet.Same(endpoint.Service, service));

    // An attribute of a method adds to what the hub's endpoint demands; [AllowAnonymous] there takes nothing back.
    private EndpointAuthorization? OfHub(INamedTypeSymbol hub, IMethodSymbol method, CancellationToken cancellation) =>
        Demanded(method, [], cancellation) ?? OfEndpoints(Mapped("MapHub", hub, cancellation), cancellation);

    private EndpointAuthorization? OfGraph(INamedTypeSymbol type, IMethodSymbol field, CancellationToken cancellation) =>
        Demanded(field, Symbols.InheritedAttributes(type), cancellation) ?? OfEndpoints(GraphMappings.SelectMany(name => Mapped(name, null, cancellation)), cancellation);

    private EndpointAuthorization? Demanded(IMethodSymbol method, IEnumerable<AttributeData> ofType, CancellationToken cancellation)
    {
        foreach (var attribute in method.GetAttributes().Concat(ofType))
            if (Symbols.Implements(attribute.AttributeClass, "IAuthorizeData") || (attribute.AttributeClass is { Name: "AuthorizeAttribute" } own && Libraries.RootOf(own) is "HotChocolate" or "GraphQL"))
            {
                var statement = new Statement(EffectKind.Authorize, 1, false) { Attribute = attribute };
                return new(AuthorizationState.Required, statement.Place(cancellation), "authorization is required", [new AuthorizationReader(hosting, new(code, cancellation)).RequirementOf(statement)]);
            }
        return null;
    }

    // Mapped twice, it is as open as the most open of them.
    private static EndpointAuthorization OfEndpoints(IEnumerable<Endpoint> mapped, CancellationToken cancellation) =>
        mapped.Select(endpoint => endpoint.Authorization(cancellation)).OrderBy(authorization => authorization.State switch { AuthorizationState.No => 0, AuthorizationState.Unknown => 1, AuthorizationState.Anonymous => 2, _ => 3 }).FirstOrDefault()
            ?? new(AuthorizationState.Unknown, null, "where it is mapped is not seen", []);
}
