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
    private readonly Fact<Answer> _readsVersionOutsidePath;
    private readonly Fact<bool> _conventionsMayRoute;
    private readonly Fact<bool> _validatesGlobally;
    private readonly Fact<Startup> _startup;
    private readonly Fact<Startup> _mapping;
    private readonly OptionWrites _options;

    public HostingModel(CodeBase code)
    {
        _code = code;
        _options = new OptionWrites(code);
        _startup = new(cancellation => StartupWalk.Through(code, intoEndpoints: false, cancellation));
        _mapping = new(cancellation => StartupWalk.Through(code, intoEndpoints: true, cancellation));
        Access = new AccessDefaults(code, this);
        _registered = new(FindRegistered);
        _pathBases = new(FindPathBases);
        _addsApiVersioning = new(cancellation => CallsOf("AddApiVersioning", cancellation).Any(call => AspNet.IsKnown(call.TargetMethod)));
        _readsVersionOutsidePath = new(FindVersionReader);
        _validatesGlobally = new(FindGlobalValidation);
        _conventionsMayRoute = new(cancellation => new RouteConventions(code).MayRoute(cancellation));
    }

    /// <summary>Whether a type is given to <c>AddScoped</c>, <c>AddHttpClient</c>, <c>AddDbContext</c>…; by its name alone, nothing is bound.</summary>
    public bool IsRegistered(ITypeSymbol type, CancellationToken cancellation) => _registered.Get(cancellation).Contains(type.Name);

    /// <summary>The values of <c>UsePathBase</c>; null for one that is not seen, be it that another assembly may call it.</summary>
    public IReadOnlyList<string?> PathBases(CancellationToken cancellation) => _pathBases.Get(cancellation);

    /// <summary>Whether <c>AddApiVersioning</c> is called here: without it the constraint <c>:apiVersion</c> is not known to the router.</summary>
    public bool AddsApiVersioning(CancellationToken cancellation) => _addsApiVersioning.Get(cancellation);

    /// <summary>Whether versions are read from a header, the query or the media type; unknown where another assembly may set the versioning library up.</summary>
    public Answer ReadsVersionOutsidePath(CancellationToken cancellation) => _readsVersionOutsidePath.Get(cancellation);

    /// <summary>Whether a convention on the application model may change routes or versions of controllers.</summary>
    public bool ConventionsMayRoute(CancellationToken cancellation) => _conventionsMayRoute.Get(cancellation);

    /// <summary>Whether <c>MvcOptions.Filters</c> is given something that is called a validation.</summary>
    public bool ValidatesGlobally(CancellationToken cancellation) => _validatesGlobally.Get(cancellation);

    /// <summary>What decides about access where an endpoint says nothing.</summary>
    public AccessDefaults Access { get; }

    /// <summary>What the start-up code does, in its order, without methods that only map endpoints. Binds all of that code: ask the questions below where they are enough.</summary>
    public Startup Startup(CancellationToken cancellation) => _startup.Get(cancellation);

    /// <summary>
    /// Whether a middleware is used outside development, by the name of its extension (<c>UseRateLimiter</c>). Yes: a call surely runs. No: no call of
    /// the name is anywhere, and all of the start-up code is seen. Unknown: only under a condition or in development, in code that is not known to run,
    /// or where another assembly's extension may do it.
    /// </summary>
    public Answer Uses(string name, CancellationToken cancellation) => Runs(name, HostSide.Pipeline, cancellation);

    /// <summary>The same for a registration of services (<c>AddRateLimiter</c>).</summary>
    public Answer Registers(string name, CancellationToken cancellation) => Runs(name, HostSide.Services, cancellation);

    /// <summary>The same for a call that maps endpoints of a library (<c>MapOpenApi</c>).</summary>
    public Answer Maps(string name, CancellationToken cancellation) => Runs(name, HostSide.Endpoints, cancellation);

    /// <summary>
    /// Whether the first middleware stands before the second in the pipeline; unknown where one of them is not seen to be used, is used more than once, or stands under a condition.
    /// </summary>
    public Answer StandsBefore(string first, string second, CancellationToken cancellation)
    {
        var calls = Startup(cancellation).Calls;
        var (left, right) = (Only(calls, first), Only(calls, second));
        return left < 0 || right < 0 ? Answer.Unknown : left < right ? Answer.Yes : Answer.No;
    }

    /// <summary>The calls of the start-up code with a name, with the condition they stand under.</summary>
    public IEnumerable<HostCall> HostCalls(string name, CancellationToken cancellation) =>
        _code.TreesWith(name, cancellation).Any() ? Startup(cancellation).Calls.Where(call => call.Name == name) : [];

    /// <summary>The calls with a name anywhere in the compilation, whatever they are made on.</summary>
    public IEnumerable<IInvocationOperation> CallsOf(string name, CancellationToken cancellation) =>
        _code.TreesWith(name, cancellation).SelectMany(tree => _code.CallsNamed(name, tree, cancellation)).OfType<IInvocationOperation>();

    /// <summary>The values that a property of a library's options class is given, wherever that is.</summary>
    public IEnumerable<OptionWrite> OptionWrites(string type, string property, CancellationToken cancellation) => _options.Of(type, property, cancellation);

    /// <summary>The lambdas that are given to a call to set options: <c>AddRateLimiter(options => …)</c>.</summary>
    public static IEnumerable<IAnonymousFunctionOperation> OptionsOf(IInvocationOperation call) =>
        call.Arguments.Select(argument => Values.Unwrap(argument.Value)).OfType<IAnonymousFunctionOperation>();

    /// <summary>Whether code that is not seen may configure something of a side.</summary>
    public bool MayHoldMore(HostSide side, CancellationToken cancellation) => Startup(cancellation).MayHoldMore(side);

    /// <summary>The environment that an operation runs in: what it stands under in its function, and, in start-up code, what that is called under.</summary>
    public HostGuard GuardOf(IOperation operation, CancellationToken cancellation)
    {
        var own = new EnvironmentTests(_code, cancellation).GuardOf(operation);
        if (own == HostGuard.Development || FunctionAround(operation, cancellation) is not IMethodSymbol function) return own;
        return Startup(cancellation).Guards.TryGetValue(function, out var outer) ? EnvironmentTests.Under(own, outer) : own;
    }

    /// <summary>Whether an operation runs on a developer's machine only; unknown where it stands under a condition that is not decided.</summary>
    public Answer IsDevelopmentOnly(IOperation operation, CancellationToken cancellation) => GuardOf(operation, cancellation) switch
    {
        HostGuard.Development => Answer.Yes,
        HostGuard.Condition => Answer.Unknown,
        _ => Answer.No,
    };

    /// <summary>Whether an expression is true on a developer's machine and nowhere else: <c>options.EnableDetailedErrors = env.IsDevelopment()</c>.</summary>
    public Answer IsDevelopmentTest(IOperation condition, CancellationToken cancellation) => new EnvironmentTests(_code, cancellation).IsDevelopment(condition);

    /// <summary>
    /// The one place for a finding about the application as a whole: the call that runs it, else the one that builds it, else the entry point;
    /// null where the compilation has no entry point.
    /// </summary>
    public SyntaxNode? Anchor(CancellationToken cancellation)
    {
        if (Startup(cancellation).Entry is not { } entry) return null;
        var calls = entry.Root.Descendants().OfType<IInvocationOperation>().Where(call => AspNet.IsKnown(call.TargetMethod)).ToList();
        foreach (var name in new[] { "Run", "RunAsync", "Build", "Start", "StartAsync" })
            if (calls.Find(call => call.TargetMethod.Name == name && AspNet.ReceiverOf(call)?.Type?.Name is "WebApplication" or "IHost" or "IWebHost" or "WebApplicationBuilder" or "IHostBuilder" or "IWebHostBuilder") is { } found)
                return found.Syntax;
        return entry.Owner.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
    }

    private ISymbol? FunctionAround(IOperation operation, CancellationToken cancellation)
    {
        for (var up = operation.Parent; up is not null; up = up.Parent)
            if (up is ILocalFunctionOperation local)
                return local.Symbol;
        return _code.BodyAround(operation.Syntax, cancellation)?.Owner;
    }

    // The dearest question last: a name may stand in every file, and each call of it would be bound.
    private Answer Runs(string name, HostSide side, CancellationToken cancellation)
    {
        var isMentioned = _code.TreesWith(name, cancellation).Any();
        var startup = side == HostSide.Endpoints ? _mapping.Get(cancellation) : Startup(cancellation);
        if (isMentioned && startup.Calls.Any(call => call.Name == name && call.Guard is (HostGuard.Always or HostGuard.NotDevelopment) && !AspNet.InSource(call.Call.TargetMethod))) return Answer.Yes;
        if (startup.MayHoldMore(side)) return Answer.Unknown;
        // The envelope's sources are in every web project: what they would call counts where start-up code comes to them.
        return isMentioned && CallsOf(name, cancellation).Any(call => !AspNet.InSource(call.TargetMethod) && !AspNet.IsEnvelope(call.Syntax.SyntaxTree)) ? Answer.Unknown : Answer.No;
    }

    private static int Only(IReadOnlyList<HostCall> calls, string name)
    {
        var found = -1;
        for (var i = 0; i < calls.Count; i++)
        {
            if (calls[i].Name != name) continue;
            if (found >= 0 || calls[i].Guard is HostGuard.Condition or HostGuard.Development) return -1;
            found = i;
        }
        return found;
    }

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
        var seen = CallsOf("UsePathBase", cancellation).Where(call => AspNet.IsKnown(call.TargetMethod))
            .Select(call => AspNet.Argument(call, "pathBase") is { } path ? values.Text(path, Context.Empty) : null)
            .Select(text => text is not null && !text.Contains(Values.Hole) ? text : null);
        return Startup(cancellation).IsHandedOn(HostSide.Pipeline) ? [.. seen, null] : [.. seen];
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

    private Answer FindVersionReader(CancellationToken cancellation)
    {
        foreach (var name in new[] { "HeaderApiVersionReader", "QueryStringApiVersionReader", "MediaTypeApiVersionReader", "MediaTypeApiVersionReaderBuilder" })
            foreach (var tree in _code.TreesWith(name, cancellation))
            {
                var root = tree.GetRoot(cancellation);
                foreach (var node in TreeIndex.Of(tree, cancellation).NodesOf(name, root))
                    if (node.FirstAncestorOrSelf<ObjectCreationExpressionSyntax>() is { } creation
                        && _code.BodyAround(creation, cancellation)?.At(creation) is IObjectCreationOperation { Type: { } type } && AspNet.IsKnown(type))
                        return Answer.Yes;
            }
        return !AddsApiVersioning(cancellation) && HasVersioning(_code.Compilation) && Startup(cancellation).IsHandedOn(HostSide.Services) ? Answer.Unknown : Answer.No;
    }

    private static bool HasVersioning(Compilation compilation) =>
        compilation.ReferencedAssemblyNames.Any(static assembly => assembly.Name.StartsWith("Asp.Versioning", StringComparison.Ordinal) || assembly.Name.StartsWith("Microsoft.AspNetCore.Mvc.Versioning", StringComparison.Ordinal));
}
