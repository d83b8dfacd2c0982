using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Hosting;

/// <summary>What decides about access where an endpoint itself says nothing.</summary>
internal sealed class AccessDefaults
{
    private readonly CodeBase _code;
    private readonly HostingModel _hosting;
    private readonly Fact<(Answer, SyntaxNode?)> _fallback;
    private readonly Fact<(Answer, SyntaxNode?)> _filter;
    private readonly Fact<bool> _conventions;
    private readonly Fact<bool> _refusing;

    public AccessDefaults(CodeBase code, HostingModel hosting)
    {
        (_code, _hosting) = (code, hosting);
        _fallback = new(FindFallback);
        _filter = new(FindFilter);
        _conventions = new(FindConventions);
        _refusing = new(FindRefusing);
    }

    /// <summary>Whether a fallback policy holds for endpoints that say nothing, and where it is set. Unknown where it is set under a condition, or code that is not seen may set it.</summary>
    public (Answer Answer, SyntaxNode? From) FallbackPolicy(CancellationToken cancellation) => _fallback.Get(cancellation);

    /// <summary>Whether <c>MvcOptions.Filters</c> has an <c>AuthorizeFilter</c> for all controllers.</summary>
    public (Answer Answer, SyntaxNode? From) GlobalFilter(CancellationToken cancellation) => _filter.Get(cancellation);

    /// <summary>Whether a convention on the application model, or a filter of the application for all controllers, may authorize.</summary>
    public bool ConventionsMayAuthorize(CancellationToken cancellation) => _conventions.Get(cancellation);

    /// <summary>Whether a middleware of the application may refuse callers, or one that is not seen.</summary>
    public bool MiddlewareMayRefuse(CancellationToken cancellation) => _refusing.Get(cancellation);

    /// <summary>The types of the filters that <c>MvcOptions.Filters</c> has for all controllers; null for one that is not seen.</summary>
    public IEnumerable<ITypeSymbol?> FiltersForAll(CancellationToken cancellation) => GlobalFilters(cancellation).Select(static add => add.TargetMethod.TypeArguments.FirstOrDefault()
        ?? add.Arguments.Select(static argument => Values.Unwrap(argument.Value)).Select(static value => value is ITypeOfOperation typeOf ? typeOf.TypeOperand : value.Type).FirstOrDefault());

    private (Answer, SyntaxNode?) FindFallback(CancellationToken cancellation)
    {
        var environment = new EnvironmentTests(_code, cancellation);
        var found = new List<(IOperation Value, IOperation Site)>();
        foreach (var call in _hosting.CallsOf("SetFallbackPolicy", cancellation))
            if (AspNet.Argument(call, "policy") is { } policy)
                found.Add((policy, call));
        foreach (var write in _hosting.OptionWrites("AuthorizationOptions", "FallbackPolicy", cancellation)) found.Add((write.Value, write.Site));
        found.RemoveAll(one => Values.Unwrap(one.Value).ConstantValue is { HasValue: true, Value: null });
        if (found.Count == 0) return (_hosting.MayHoldMore(HostSide.Services, cancellation) ? Answer.Unknown : Answer.No, null);
        var sure = found.FindIndex(one => environment.GuardOf(one.Site) is HostGuard.Always or HostGuard.NotDevelopment);
        return sure >= 0 ? (Answer.Yes, found[sure].Site.Syntax) : (Answer.Unknown, found[0].Site.Syntax);
    }

    private (Answer, SyntaxNode?) FindFilter(CancellationToken cancellation)
    {
        foreach (var add in GlobalFilters(cancellation))
            if (add.Arguments.Any(argument => argument.Value.DescendantsAndSelf().Any(value => Symbols.Derives(value.Type, "AuthorizeFilter"))) || add.TargetMethod.TypeArguments.Any(type => Symbols.Derives(type, "AuthorizeFilter")))
                return (new EnvironmentTests(_code, cancellation).GuardOf(add) is HostGuard.Always or HostGuard.NotDevelopment ? Answer.Yes : Answer.Unknown, add.Syntax);
        return (Answer.No, null);
    }

    // options.Filters.Add(…), options.Filters.Add<T>()
    private IEnumerable<IInvocationOperation> GlobalFilters(CancellationToken cancellation)
    {
        foreach (var tree in _code.WrittenTreesWith("Filters", cancellation))
            foreach (var name in new[] { "Add", "AddService" })
                foreach (var call in TreeIndex.Of(tree, cancellation).CallsOf(name, tree.GetRoot(cancellation)))
                    if (call.Expression is MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Filters" } }
                        && _code.BodyAround(call, cancellation)?.At(call) is IInvocationOperation { Instance: IPropertyReferenceOperation { Property: { Name: "Filters", ContainingType.Name: "MvcOptions" } } } add)
                        yield return add;
    }

    private bool FindConventions(CancellationToken cancellation)
    {
        if (new RouteConventions(_code).MayAuthorize(cancellation)) return true;
        return FiltersForAll(cancellation).Any(type => Refusals.MayRefuse(type, cancellation));
    }

    private bool FindRefusing(CancellationToken cancellation)
    {
        foreach (var call in _hosting.Startup(cancellation).Calls)
        {
            if (call.Side != HostSide.Pipeline) continue;
            if (call.IsForeign) return true;
            switch (call.Name)
            {
                case "UseMiddleware":
                    var type = call.Call.TargetMethod.TypeArguments.FirstOrDefault() ?? call.Call.Arguments.Select(argument => Values.Unwrap(argument.Value)).OfType<ITypeOfOperation>().FirstOrDefault()?.TypeOperand;
                    if (Refusals.MayRefuse(type, cancellation)) return true;
                    break;
                case "Use" or "UseWhen" when call.Call.Arguments.Any(argument => argument.Value is not IInvocationOperation && Refusals.MayRefuse(argument.Syntax)):
                    return true;
            }
        }
        return !_hosting.Startup(cancellation).IsWhole;
    }
}
