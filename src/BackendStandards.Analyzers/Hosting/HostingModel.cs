using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Hosting;

/// <summary>What the application configures. Found by spelling through the index first, then confirmed by binding.</summary>
internal sealed class HostingModel
{
    private static readonly IReadOnlyList<string> Registrations =
    [
        "AddScoped", "AddSingleton", "AddTransient", "TryAddScoped", "TryAddSingleton", "TryAddTransient", "AddKeyedScoped", "AddKeyedSingleton", "AddKeyedTransient",
        "AddHttpClient", "AddDbContext", "AddDbContextPool", "AddNpgsqlDbContext", "AddSqlServerDbContext", "AddGrpcClient", "AddHostedService",
    ];

    private static readonly Func<TreeIndex, SyntaxNode, IReadOnlyCollection<string>> RegisteredTypes = FindRegisteredTypes;

    private readonly CodeBase _code;
    private readonly Fact<ImmutableHashSet<string>> _registered;
    private readonly Fact<IReadOnlyList<string?>> _pathBases;
    private readonly Fact<bool> _addsApiVersioning;
    private readonly Fact<bool> _readsVersionOutsidePath;
    private readonly Fact<bool> _conventionsMayRoute;
    private readonly Fact<bool> _validatesGlobally;

    public HostingModel(CodeBase code)
    {
        _code = code;
        _registered = new(FindRegistered);
        _pathBases = new(FindPathBases);
        _addsApiVersioning = new(cancellation => Calls("AddApiVersioning", cancellation).Any(call => AspNet.IsKnown(call.TargetMethod)));
        _readsVersionOutsidePath = new(FindVersionReader);
        _validatesGlobally = new(FindGlobalValidation);
        _conventionsMayRoute = new(cancellation => new RouteConventions(code).MayRoute(cancellation));
    }

    /// <summary>Whether a type is given to <c>AddScoped</c>, <c>AddHttpClient</c>, <c>AddDbContext</c>…; by its name alone, nothing is bound.</summary>
    public bool IsRegistered(ITypeSymbol type, CancellationToken cancellation) => _registered.Get(cancellation).Contains(type.Name);

    /// <summary>The values of <c>UsePathBase</c>; null for one that is not seen.</summary>
    public IReadOnlyList<string?> PathBases(CancellationToken cancellation) => _pathBases.Get(cancellation);

    /// <summary>Whether <c>AddApiVersioning</c> is called here: without it the constraint <c>:apiVersion</c> is not known to the router.</summary>
    public bool AddsApiVersioning(CancellationToken cancellation) => _addsApiVersioning.Get(cancellation);

    /// <summary>Whether versions are read from a header, the query or the media type.</summary>
    public bool ReadsVersionOutsidePath(CancellationToken cancellation) => _readsVersionOutsidePath.Get(cancellation);

    /// <summary>Whether a convention on the application model may change routes or versions of controllers.</summary>
    public bool ConventionsMayRoute(CancellationToken cancellation) => _conventionsMayRoute.Get(cancellation);

    /// <summary>Whether <c>MvcOptions.Filters</c> is given something that is called a validation.</summary>
    public bool ValidatesGlobally(CancellationToken cancellation) => _validatesGlobally.Get(cancellation);

    private IEnumerable<IInvocationOperation> Calls(string name, CancellationToken cancellation) =>
        _code.TreesWith(name, cancellation).SelectMany(tree => _code.CallsNamed(name, tree, cancellation)).OfType<IInvocationOperation>();

    private ImmutableHashSet<string> FindRegistered(CancellationToken cancellation)
    {
        var found = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var tree in _code.Compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            found.UnionWith(TreeIndex.Of(tree, cancellation).Derived(tree, RegisteredTypes, cancellation));
        }
        return found.ToImmutable();
    }

    private static IReadOnlyCollection<string> FindRegisteredTypes(TreeIndex index, SyntaxNode root) =>
        [.. Registrations.SelectMany(name => index.CallsOf(name, root)).SelectMany(TypesGivenTo)];

    private static IEnumerable<string> TypesGivenTo(InvocationExpressionSyntax call)
    {
        var called = call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            var other => other,
        };
        if (called is GenericNameSyntax generic)
            foreach (var type in generic.TypeArgumentList.Arguments)
                yield return LastName(type);
        foreach (var argument in call.ArgumentList.Arguments)
            switch (argument.Expression)
            {
                case TypeOfExpressionSyntax typeOf: yield return LastName(typeOf.Type); break;
                case ObjectCreationExpressionSyntax creation: yield return LastName(creation.Type); break;
            }
    }

    private static string LastName(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => type.ToString(),
    };

    private IReadOnlyList<string?> FindPathBases(CancellationToken cancellation)
    {
        var values = new Values(_code, cancellation);
        return [.. Calls("UsePathBase", cancellation).Where(call => AspNet.IsKnown(call.TargetMethod))
            .Select(call => AspNet.Argument(call, "pathBase") is { } path ? values.Text(path, Context.Empty) : null)
            .Select(text => text is not null && !text.Contains(Values.Hole) ? text : null)];
    }

    private bool FindGlobalValidation(CancellationToken cancellation)
    {
        foreach (var tree in _code.TreesWith("Filters", cancellation))
            foreach (var name in new[] { "Add", "AddService" })
                foreach (var call in TreeIndex.Of(tree, cancellation).CallsOf(name, tree.GetRoot(cancellation)))
                    if (call.Expression is MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Filters" } }
                        && call.DescendantTokens().Any(token => token.ValueText.IndexOf("Validat", StringComparison.OrdinalIgnoreCase) >= 0))
                        return true;
        return false;
    }

    private bool FindVersionReader(CancellationToken cancellation)
    {
        foreach (var name in new[] { "HeaderApiVersionReader", "QueryStringApiVersionReader", "MediaTypeApiVersionReader", "MediaTypeApiVersionReaderBuilder" })
            foreach (var tree in _code.TreesWith(name, cancellation))
            {
                var root = tree.GetRoot(cancellation);
                foreach (var node in TreeIndex.Of(tree, cancellation).NodesOf(name, root))
                    if (node.FirstAncestorOrSelf<ObjectCreationExpressionSyntax>() is { } creation
                        && _code.BodyAround(creation, cancellation)?.At(creation) is IObjectCreationOperation { Type: { } type } && AspNet.IsKnown(type))
                        return true;
            }
        return false;
    }
}
