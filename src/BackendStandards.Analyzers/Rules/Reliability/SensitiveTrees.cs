using System.Collections.Concurrent;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Reliability;

/// <summary>Decides by spelling whether a secret may be near a logged value, before anything is bound: most files that log name none.</summary>
internal sealed class SensitiveTrees(CodeBase code)
{
    /// <summary>A method that more files name is called from everywhere: its callers are not gone through.</summary>
    private const int MaxCallers = 8;

    private readonly ConcurrentDictionary<SyntaxTree, bool> _trees = new();
    private readonly ConcurrentDictionary<string, bool> _names = new(StringComparer.Ordinal);

    /// <summary>Whether a file that may feed the value names something sensitive.</summary>
    public bool MayFeed(IOperation value, CancellationToken cancellation)
    {
        if (value is IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol method }) return MayBeGiven(method, cancellation);
        if (IsSensitive(value.Syntax.SyntaxTree, cancellation)) return true;
        return value switch
        {
            ILocalReferenceOperation local => code.BodyAround(value.Syntax, cancellation)?.ReferencesTo(local.Local)
                .Any(use => use is IVariableDeclaratorOperation { Initializer.Value: IInvocationOperation call } && IsDeclaredInSensitive(call.TargetMethod, cancellation)) == true,
            IMemberReferenceOperation member => IsDeclaredInSensitive(member.Member, cancellation),
            IInvocationOperation call => IsDeclaredInSensitive(call.TargetMethod, cancellation),
            _ => false,
        };
    }

    private bool MayBeGiven(IMethodSymbol method, CancellationToken cancellation)
    {
        // Handlers, overrides and implementations are called by names that say little, mostly from outside.
        if (method.IsOverride || method.MethodKind is not (MethodKind.Ordinary or MethodKind.Constructor or MethodKind.LocalFunction)) return false;
        var name = method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name;
        var callers = code.TreesWith(name, cancellation).Take(MaxCallers + 1).ToList();
        return callers.Count <= MaxCallers && callers.Any(tree => IsSensitive(tree, cancellation));
    }

    private bool IsDeclaredInSensitive(ISymbol symbol, CancellationToken cancellation) =>
        symbol.Locations.Any(location => location.SourceTree is { } tree && IsSensitive(tree, cancellation));

    private bool IsSensitive(SyntaxTree tree, CancellationToken cancellation)
    {
        if (_trees.TryGetValue(tree, out var known)) return known;
        var found = tree.GetRoot(cancellation).DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && _names.GetOrAdd(token.ValueText, Names));
        return _trees.GetOrAdd(tree, found);
    }

    private static bool Names(string identifier) => identifier == "SecureString" || SensitiveNames.IsSensitive(identifier) || PersonalNames.Is(identifier);
}
