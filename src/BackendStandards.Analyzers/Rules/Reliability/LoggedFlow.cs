using System.Collections.Concurrent;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Flow;
using BackendStandards.Analyzers.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Reliability;

/// <summary>Finds the secret or personal data that reaches a log under another name, through variables, members and methods of this compilation.</summary>
internal sealed class LoggedFlow
{
    private readonly FlowModel _flow;
    private readonly KeptText _kept;
    private readonly SensitiveTrees _trees;
    private readonly ConcurrentDictionary<ISymbol, bool> _marked = new(SymbolEqualityComparer.Default);

    public LoggedFlow(CodeBase code, LibraryModel libraries)
    {
        _flow = new FlowModel(code, libraries, symbol => _marked.GetOrAdd(symbol, IsMarked) ? Origin.Secret : Origin.None);
        _trees = new SensitiveTrees(code);
        _kept = new KeptText(code);
    }

    /// <summary>The name of what a logged text consists of, and where it is read; null where that is not sure.</summary>
    public (string Name, Location Place)? SourceOf(IOperation value, CancellationToken cancellation)
    {
        var plain = value;
        while (plain is IConversionOperation { OperatorMethod: null } conversion) plain = conversion.Operand;
        if (!SensitiveValues.IsText(plain.Type) || !MayCarry(plain) || !_trees.MayFeed(plain, cancellation) || !_kept.In(plain, cancellation)) return null;
        var origins = _flow.OriginsOf(plain, cancellation);
        if ((origins.Origins & Origin.Budget) != 0 || origins.Worst(Origin.Secret) is not { Source: { } source } trace || SymbolOf(source) is not { } symbol) return null;
        // A secret that is written in the source is another rule's matter, and often no secret at all.
        if (symbol is ILocalSymbol && !origins.Atoms.IsDefault && origins.Atoms.All(atom => atom is not (Allocation or Closure))) return null;
        if (symbol.ContainingType is { } type && symbol.Name.Equals("token", StringComparison.OrdinalIgnoreCase) && SensitiveNames.IsParser(type.Name)) return null;
        foreach (var hop in trace.Hops)
            if (!_kept.In(hop, cancellation)) return null;
        return (symbol.Name, source.Syntax.GetLocation());
    }

    // What stands for a value by another name. Everything else names its value itself, or is a library's.
    private static bool MayCarry(IOperation value) => value switch
    {
        ILocalReferenceOperation local => !SensitiveNames.IsDescriptive(local.Local.Name),
        IParameterReferenceOperation parameter => !SensitiveNames.IsDescriptive(parameter.Parameter.Name),
        IFieldReferenceOperation { Field: { IsConst: false } field } => field.Locations.Any(location => location.IsInSource) && !SensitiveNames.IsDescriptive(field.Name),
        IPropertyReferenceOperation { Arguments.Length: 1 } or IArrayElementReferenceOperation => true,
        IPropertyReferenceOperation { Instance: ILocalReferenceOperation or IInstanceReferenceOperation } property => property.Property.Locations.Any(location => location.IsInSource) && !SensitiveNames.IsDescriptive(property.Property.Name),
        IInvocationOperation call => call.TargetMethod.Locations.Any(location => location.IsInSource) || KeptText.Keeps(call.TargetMethod),
        IAwaitOperation { Operation: var operand } => MayCarry(operand),
        ICoalesceOperation or IConditionalOperation => true,
        _ => false,
    };

    private static bool IsMarked(ISymbol symbol)
    {
        var type = symbol switch
        {
            ILocalSymbol { IsConst: false } local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            IFieldSymbol { IsConst: false } field => field.Type,
            IPropertySymbol property => property.Type,
            _ => null,
        };
        return type is { Name: "SecureString" } || (SensitiveValues.IsText(type) && (SensitiveNames.IsSensitive(symbol.Name) || PersonalNames.Is(symbol.Name)));
    }

    private static ISymbol? SymbolOf(IOperation source) => source switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member,
        _ => null,
    };
}
