using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Hosting;

/// <summary>
/// Runs through the start-up code in its order: from the entry point into the Startup class and into every method of the compilation that is handed
/// something to configure. Other code is not entered, and nothing else is bound; code that only maps endpoints is entered where that is asked for.
/// </summary>
internal sealed class StartupWalk
{
    private const int MaxDepth = 16;
    private const int MaxCalls = 20_000;
    private static readonly string[] MakingHosts = ["CreateBuilder", "CreateSlimBuilder", "CreateEmptyBuilder", "CreateDefaultBuilder", "CreateHostBuilder", "CreateWebHostBuilder", "HostBuilder", "WebHostBuilder", "UseStartup"];
    private readonly CodeBase _code;
    private readonly CancellationToken _cancellation;
    private readonly EnvironmentTests _environment;
    private readonly List<HostCall> _calls = [];
    private readonly HashSet<IMethodSymbol> _entered = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, HostGuard> _guards = new(SymbolEqualityComparer.Default);
    private int _seen;
    private bool _isCut;

    private readonly bool _intoEndpoints;

    private StartupWalk(CodeBase code, bool intoEndpoints, CancellationToken cancellation) =>
        (_code, _intoEndpoints, _cancellation, _environment) = (code, intoEndpoints, cancellation, new EnvironmentTests(code, cancellation));

    /// <summary>What the start-up code does.</summary>
    public static Startup Through(CodeBase code, bool intoEndpoints, CancellationToken cancellation)
    {
        var walk = new StartupWalk(code, intoEndpoints, cancellation);
        var entry = code.Compilation.GetEntryPoint(cancellation);
        var body = entry is null ? null : walk.BodyOf(entry);
        if (body is not null) walk.Visit(body.Root, HostGuard.Always, 0);
        return new(body, walk._calls, walk._guards, body is not null && !walk._isCut);
    }

    private MemberBody? BodyOf(IMethodSymbol method)
    {
        if (_code.BodyOf(method, _cancellation) is { } body) return body;
        // Top-level statements: their method's declaration is the compilation unit.
        foreach (var reference in method.DeclaringSyntaxReferences)
            if (reference.GetSyntax(_cancellation) is Microsoft.CodeAnalysis.CSharp.Syntax.CompilationUnitSyntax unit
                && unit.Members.OfType<Microsoft.CodeAnalysis.CSharp.Syntax.GlobalStatementSyntax>().FirstOrDefault() is { } first)
                return _code.BodyAround(first, _cancellation);
        return null;
    }

    private void Visit(IOperation operation, HostGuard guard, int depth)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (++_seen > MaxCalls * 10 || _calls.Count > MaxCalls)
        {
            _isCut = true;
            return;
        }
        if (operation is ILocalFunctionOperation) return;
        if (operation is IInvocationOperation mapping && IsMapping(mapping))
        {
            if (AspNet.BuilderOf(mapping) is { } receiver) Visit(receiver, guard, depth);
        }
        else
            foreach (var child in operation.ChildOperations) Visit(child, guard, depth);
        switch (operation)
        {
            case IInvocationOperation call: Call(call, guard, depth); break;
            case IObjectCreationOperation { Constructor: { } constructor } when TakesHost(constructor) && AspNet.InSource(constructor): Enter(constructor, operation, guard, depth); break;
            case IMethodReferenceOperation { Method: var method } when TakesHost(method) && AspNet.InSource(method): Enter(method, operation, guard, depth); break;
        }
    }

    // The handler of an endpoint configures nothing.
    private static bool IsMapping(IInvocationOperation call) =>
        call.TargetMethod.Name.StartsWith("Map", StringComparison.Ordinal) && AspNet.IsKnown(call.TargetMethod) && HostTypes.SideOf(call.TargetMethod) == HostSide.Endpoints;

    private void Call(IInvocationOperation call, HostGuard guard, int depth)
    {
        var method = call.TargetMethod;
        if (AspNet.InSource(method))
        {
            if (method.MethodKind == MethodKind.LocalFunction || TakesHost(method) || Matters(method.ReturnType) || HoldsHost(method.ContainingType) || MakesHost(method)) Enter(method, call, guard, depth);
            return;
        }
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            // What was given is visited where it stands.
            return;
        }
        var isForeign = !HostTypes.IsOfLibrary(method);
        if (isForeign ? HostTypes.SideOf(method) != HostSide.Other : HostTypes.IsConfiguration(call))
            _calls.Add(new(call, HostTypes.SideOf(method), EnvironmentTests.Under(_environment.GuardOf(call), guard), isForeign));
        if (method.Name == "UseStartup") EnterStartup(method, call, guard, depth);
    }

    private void EnterStartup(IMethodSymbol method, IOperation call, HostGuard guard, int depth)
    {
        var type = method.TypeArguments.FirstOrDefault() ?? call.Descendants().OfType<ITypeOfOperation>().FirstOrDefault()?.TypeOperand;
        for (; type is not null && AspNet.InSource(type); type = type.BaseType)
            foreach (var name in new[] { "ConfigureServices", "Configure" })
                foreach (var member in type.GetMembers(name).OfType<IMethodSymbol>())
                    Enter(member, call, guard, depth);
    }

    private bool Matters(ITypeSymbol? type) => HostTypes.SideOf(type) is var side && side != HostSide.Other && (_intoEndpoints || side != HostSide.Endpoints);

    private bool TakesHost(IMethodSymbol method) => (method.ReducedFrom ?? method).Parameters.Any(parameter => Matters(parameter.Type));

    private bool HoldsHost(INamedTypeSymbol? type) => type?.GetMembers().Any(member => member is IFieldSymbol field && Matters(field.Type)) == true;

    // Main may only hand its arguments on: by spelling, as most methods that it calls make no host.
    private bool MakesHost(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.Any(reference => Array.Exists(MakingHosts, name =>
            TreeIndex.Of(reference.SyntaxTree, _cancellation).PositionsOf(name).Any(reference.Span.Contains)));

    private void Enter(IMethodSymbol method, IOperation site, HostGuard guard, int depth)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        method = method.PartialImplementationPart ?? method;
        var inner = EnvironmentTests.Under(_environment.GuardOf(site), guard);
        _guards[method] = _guards.TryGetValue(method, out var known) && known != inner ? Either(known, inner) : inner;
        if (depth > MaxDepth)
        {
            _isCut = true;
            return;
        }
        if (!_entered.Add(method)) return;
        if (method.IsAbstract || method.ContainingType.TypeKind == TypeKind.Interface)
        {
            // Which of them run, the objects decide.
            foreach (var implementation in Implementations.Of(method, _code, _cancellation)) Enter(implementation, site, EnvironmentTests.Under(guard, HostGuard.Condition), depth + 1);
            return;
        }
        if (BodyOf(method) is { } body) Visit(Inside(body, method), inner, depth + 1);
        else if (!method.IsImplicitlyDeclared) _isCut |= method.MethodKind == MethodKind.Ordinary;
    }

    // A local function is bound as a part of the member around it.
    private static IOperation Inside(MemberBody body, IMethodSymbol method)
    {
        if (method.MethodKind != MethodKind.LocalFunction) return body.Root;
        var local = body.Root.Descendants().OfType<ILocalFunctionOperation>().FirstOrDefault(function => AspNet.Same(function.Symbol, method));
        return local?.Body ?? body.Root;
    }

    private static HostGuard Either(HostGuard first, HostGuard second) =>
        first == HostGuard.Always || second == HostGuard.Always ? HostGuard.Always : HostGuard.Condition;
}
