using System.Collections.Concurrent;
using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Logging;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Reliability;

/// <summary>
/// Methods of this compilation that by their name write, and hand what they are given to a log or the console. Whoever calls one discloses the value:
/// there it is reported, and not in the wrapper, which many call with harmless texts.
/// </summary>
internal sealed class LogWrappers(CodeBase code)
{
    private static readonly ImmutableHashSet<string> Verbs = ImmutableHashSet.Create(
        StringComparer.Ordinal, "write", "log", "print", "trace", "debug", "info", "information", "warn", "warning", "error", "fatal", "critical", "verbose", "audit", "output");

    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<int>> _written = new(SymbolEqualityComparer.Default);

    /// <summary>What a call gives to a wrapper; null where the method is none.</summary>
    public LogCall? Read(IOperation operation, CancellationToken cancellation)
    {
        if (operation is not IInvocationOperation call || WrittenBy(call.TargetMethod, cancellation) is not { IsEmpty: false } written) return null;
        var values = ImmutableArray.CreateBuilder<LoggedValue>();
        foreach (var argument in call.Arguments)
            if (argument.Parameter is { } parameter && written.Contains(parameter.Ordinal))
                foreach (var element in LoggedParts.Elements(argument)) LoggedParts.OfText(element, values);
        return new LogCall(call.TargetMethod.Name, values.ToImmutable());
    }

    /// <summary>Whether a value is what a wrapper was given.</summary>
    public bool IsGiven(IOperation value, CancellationToken cancellation)
    {
        while (value is IConversionOperation { OperatorMethod: null } conversion) value = conversion.Operand;
        return value is IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol method } parameter } && WrittenBy(method, cancellation).Contains(parameter.Ordinal);
    }

    private ImmutableArray<int> WrittenBy(IMethodSymbol method, CancellationToken cancellation)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.LocalFunction) || !method.Locations.Any(location => location.IsInSource)
            || Words.Split(method.Name).FirstOrDefault() is not { } verb || !Verbs.Contains(verb)) return ImmutableArray<int>.Empty;
        return _written.TryGetValue(method, out var known) ? known : _written.GetOrAdd(method, Find(method, cancellation));
    }

    private ImmutableArray<int> Find(IMethodSymbol method, CancellationToken cancellation)
    {
        if (code.BodyOf(method, cancellation)?.Root is not { } body) return ImmutableArray<int>.Empty;
        var written = ImmutableArray.CreateBuilder<int>();
        foreach (var operation in body.Descendants())
        {
            cancellation.ThrowIfCancellationRequested();
            if (operation is not IInvocationOperation || LogCalls.Read(operation) is not { } call) continue;
            foreach (var (value, _) in call.Values)
            {
                var plain = value;
                while (plain is IConversionOperation { OperatorMethod: null } conversion) plain = conversion.Operand;
                if (plain is IParameterReferenceOperation { Parameter: var parameter } && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, method)) written.Add(parameter.Ordinal);
            }
        }
        return written.ToImmutable();
    }
}
