using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Code;

/// <summary>
/// The bound body of one member (a method, an accessor, an initializer, or all top-level statements), with its lambdas and local functions inside.
/// It is seen as an operation tree, and as a control flow graph where a question needs the order of things.
/// </summary>
internal sealed class MemberBody
{
    private readonly Lazy<Tables> _tables;
    private readonly Lazy<FlowGraph?> _graph;

    public MemberBody(IOperation root, ISymbol owner)
    {
        (Root, Owner) = (root, owner);
        _tables = new(() => new Tables(root, owner));
        _graph = new(() => FlowGraph.Of(root, owner));
    }

    /// <summary>The whole operation tree.</summary>
    public IOperation Root { get; }

    /// <summary>The method, field, property or entry point that the body belongs to.</summary>
    public ISymbol Owner { get; }

    /// <summary>The control flow graph; null where the compiler makes none (attributes, half-typed code).</summary>
    public FlowGraph? Graph => _graph.Value;

    /// <summary>Where a variable, field or property is declared, read or written, in the order of the text.</summary>
    public IReadOnlyList<IOperation> ReferencesTo(ISymbol symbol) => _tables.Value.References.TryGetValue(symbol, out var found) ? found : [];

    /// <summary>The returns of the member itself or of a lambda or local function in it.</summary>
    public IReadOnlyList<IReturnOperation> ReturnsOf(ISymbol function) => _tables.Value.Returns.TryGetValue(function, out var found) ? found : [];

    /// <summary>The operation of a node in this tree, the outermost explicit one; null where the node has none.</summary>
    public IOperation? At(SyntaxNode node) => _tables.Value.BySyntax.TryGetValue(node, out var operation) ? operation : null;

    /// <summary>The lambda, local function or member that an operation runs in.</summary>
    public ISymbol FunctionOf(IOperation operation) => FunctionOf(operation, Owner);

    private static ISymbol FunctionOf(IOperation operation, ISymbol owner)
    {
        for (var up = operation.Parent; up is not null; up = up.Parent)
        {
            if (up is IAnonymousFunctionOperation lambda) return lambda.Symbol;
            if (up is ILocalFunctionOperation local) return local.Symbol;
        }
        return owner;
    }

    /// <summary>Made together in one walk, when the first of them is asked for.</summary>
    private sealed class Tables
    {
        public Tables(IOperation root, ISymbol owner)
        {
            foreach (var operation in root.DescendantsAndSelf())
            {
                if (!operation.IsImplicit && !BySyntax.ContainsKey(operation.Syntax)) BySyntax.Add(operation.Syntax, operation);
                if (Referenced(operation) is { } symbol) Add(References, symbol, operation);
                if (operation is IReturnOperation { ReturnedValue: not null } returned) Add(Returns, FunctionOf(operation, owner), returned);
            }
        }

        public Dictionary<SyntaxNode, IOperation> BySyntax { get; } = [];

        public Dictionary<ISymbol, List<IOperation>> References { get; } = new(SymbolEqualityComparer.Default);

        public Dictionary<ISymbol, List<IReturnOperation>> Returns { get; } = new(SymbolEqualityComparer.Default);

        private static ISymbol? Referenced(IOperation operation) => operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFieldReferenceOperation field => field.Field.OriginalDefinition,
            IPropertyReferenceOperation property => property.Property.OriginalDefinition,
            IVariableDeclaratorOperation declarator => declarator.Symbol,
            _ => null,
        };

        private static void Add<T>(Dictionary<ISymbol, List<T>> map, ISymbol key, T value)
        {
            if (!map.TryGetValue(key, out var list)) map.Add(key, list = []);
            list.Add(value);
        }
    }
}
