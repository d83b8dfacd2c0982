using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Endpoints.EntryPoints;

/// <summary>The fields of GraphQL types that run code: methods of HotChocolate's types, resolvers of GraphQL.NET's.</summary>
internal sealed class GraphFields
{
    private static readonly string[] Registrations = ["AddQueryType", "AddMutationType", "AddSubscriptionType", "AddTypeExtension"];
    private readonly CodeBase _code;
    private readonly Fact<HashSet<ITypeSymbol>> _registered;
    private readonly Fact<HashSet<string>> _names;

    public GraphFields(CodeBase code)
    {
        _code = code;
        _registered = new(FindRegistered);
        _names = new(cancellation => new(_registered.Get(cancellation).Select(type => type.Name), StringComparer.Ordinal));
    }

    /// <summary>Whether HotChocolate takes the fields of a type: it is marked as one, or registered as the query, mutation or subscription type, or as an extension.</summary>
    public bool IsOfHotChocolate(INamedTypeSymbol type, CancellationToken cancellation) =>
        Libraries.HasAttribute(type, "HotChocolate", "QueryTypeAttribute", "MutationTypeAttribute", "SubscriptionTypeAttribute", "ExtendObjectTypeAttribute", "ObjectTypeAttribute")
        || _registered.Get(cancellation).Contains(type);

    /// <summary>The names of the types that are registered.</summary>
    public IReadOnlyCollection<string> Names(CancellationToken cancellation) => _names.Get(cancellation);

    /// <summary>The methods of such a type that are fields.</summary>
    public static IEnumerable<IMethodSymbol> MethodsOf(INamedTypeSymbol type) => type.GetMembers().OfType<IMethodSymbol>().Where(method =>
        method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsAbstract: false } && !method.IsOverride && !Libraries.HasAttribute(method, "HotChocolate", "GraphQLIgnoreAttribute"));

    /// <summary>The name of a field: <c>GetBooksAsync</c> is <c>books</c>.</summary>
    public static string NameOf(IMethodSymbol method)
    {
        var named = method.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == "GraphQLNameAttribute");
        if (named is { ConstructorArguments: { Length: > 0 } arguments } && arguments[0].Value is string given) return given;
        var name = method.Name;
        if (name.StartsWith("Get", StringComparison.Ordinal) && name.Length > 3) name = name.Substring(3);
        if (name.EndsWith("Async", StringComparison.Ordinal) && name.Length > 5) name = name.Substring(0, name.Length - 5);
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }

    /// <summary>Whether a type is an object type of GraphQL.NET.</summary>
    public static bool IsOfGraphQLNet(INamedTypeSymbol type) => Libraries.Derives(type, "GraphQL", "ObjectGraphType") || Libraries.Derives(type, "GraphQL", "ComplexGraphType");

    /// <summary>The resolvers that the constructors of such a type give to its fields: <c>Field&lt;T&gt;("name").Argument&lt;A&gt;("id").Resolve(context => …)</c>.</summary>
    public IEnumerable<(string Name, IMethodSymbol Resolver, IReadOnlyList<EntryInput> Inputs, SyntaxNode Place)> ResolversOf(INamedTypeSymbol type, CancellationToken cancellation)
    {
        foreach (var constructor in type.InstanceConstructors)
            foreach (var call in _code.BodyOf(constructor, cancellation)?.Root.Descendants().OfType<IInvocationOperation>() ?? [])
            {
                if (Libraries.RootOf(call.TargetMethod.ContainingType) != "GraphQL" || ResolverOf(call) is not { } resolver) continue;
                var (name, inputs) = Chain(call);
                yield return (name ?? "?", resolver, inputs, call.Syntax);
            }
    }

    private static IMethodSymbol? ResolverOf(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name is "resolve" or "resolver" or "sourceStreamResolver") is { } given
            ? Values.Unwrap(given.Value) switch { IAnonymousFunctionOperation lambda => lambda.Symbol, IMethodReferenceOperation reference => reference.Method, _ => null } : null;

    private static (string? Name, IReadOnlyList<EntryInput> Inputs) Chain(IInvocationOperation call)
    {
        string? name = null;
        var inputs = new List<EntryInput>();
        for (var at = call; at is not null; at = AspNet.ReceiverOf(at) is { } receiver ? Values.Unwrap(receiver) as IInvocationOperation : null)
        {
            var text = AspNet.Argument(at, "name")?.ConstantValue.Value as string;
            if (at.TargetMethod.Name.StartsWith("Field", StringComparison.Ordinal)) name = text;
            else if (at.TargetMethod.Name == "Argument" && text is not null && at.TargetMethod.TypeArguments.FirstOrDefault() is { } type) inputs.Insert(0, new(text, type, null));
        }
        return (name, inputs);
    }

    private HashSet<ITypeSymbol> FindRegistered(CancellationToken cancellation)
    {
        var found = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var name in Registrations)
            foreach (var tree in _code.TreesWith(name, cancellation))
                foreach (var call in _code.CallsNamed(name, tree, cancellation).OfType<IInvocationOperation>())
                    foreach (var type in call.TargetMethod.TypeArguments)
                        // A descriptor class of `ObjectType<T>` speaks for T.
                        found.Add(Libraries.Base(type, "HotChocolate", "ObjectType") is { TypeArguments: { Length: 1 } model } ? model[0] : type);
        return found;
    }
}
