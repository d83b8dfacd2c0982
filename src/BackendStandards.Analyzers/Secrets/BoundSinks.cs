using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Secrets;

/// <summary>A table of sinks in one compilation: which of its types are there, and which values an operation hands to them.</summary>
internal sealed class BoundSinks
{
    private const string ConnectionString = "connection string";

    private readonly Dictionary<ISymbol, List<ConstantSink>> _rows = new(SymbolEqualityComparer.Default);
    private readonly ImmutableArray<ConstantSink> _anywhere;

    public BoundSinks(Compilation compilation, SinkTable table)
    {
        _anywhere = table.Rows.Where(row => row.Type == SinkTable.AnyLibrary).ToImmutableArray();
        foreach (var row in table.Rows)
        {
            if (compilation.GetTypeByMetadataName(row.Type) is not { } type) continue;
            if (!_rows.TryGetValue(type, out var rows)) _rows.Add(type, rows = []);
            rows.Add(row);
        }
    }

    /// <summary>Whether the compilation references none of the types.</summary>
    public bool IsEmpty => _rows.Count == 0 && _anywhere.IsEmpty;

    /// <summary>The values that an operation hands over, with the name of what takes them: <c>SymmetricSecurityKey</c>, <c>Aes.Key</c>, <c>HMACSHA256.HashData</c>.</summary>
    public IEnumerable<(IOperation Value, ConstantSink Sink, string Taker)> Find(IOperation operation) => operation switch
    {
        IObjectCreationOperation { Constructor: { } constructor } creation => FromArguments(creation.Arguments, constructor, SinkTable.Constructor, constructor.ContainingType.Name),
        IInvocationOperation call => FromArguments(call.Arguments, call.TargetMethod, call.TargetMethod.Name, $"{TypeName(call.Instance, call.TargetMethod)}.{call.TargetMethod.Name}"),
        IAssignmentOperation { Target: IPropertyReferenceOperation target } assignment => Rows(target.Property.ContainingType, target.Property.Name)
            .Concat(AspNet.InSource(target.Property) ? [] : _anywhere.Where(row => row.Member == target.Property.Name))
            .Where(row => row.Parameter == SinkTable.Value).Take(1).Select(row => (assignment.Value, row, $"{TypeName(target.Instance, target.Property)}.{target.Property.Name}")),
        IBinaryOperation { ConstantValue.HasValue: false } joined => [(joined.RightOperand, CredentialSinks.ConnectionString, ConnectionString)],
        IInterpolationOperation hole => [(hole.Expression, CredentialSinks.ConnectionString, ConnectionString)],
        _ => [],
    };

    private IEnumerable<(IOperation, ConstantSink, string)> FromArguments(ImmutableArray<IArgumentOperation> arguments, IMethodSymbol method, string member, string taker)
    {
        var rows = Rows(method.ContainingType, member).ToList();
        if (rows.Count == 0) yield break;
        foreach (var argument in arguments)
            if (rows.FirstOrDefault(row => row.Parameter == argument.Parameter?.Name) is { } row)
                yield return (argument.Value, row, taker);
    }

    private static string TypeName(IOperation? instance, ISymbol member) => (instance?.Type ?? member.ContainingType).Name;

    // A member that is overridden counts where it is first declared; constructors are not inherited.
    private IEnumerable<ConstantSink> Rows(INamedTypeSymbol? type, string member)
    {
        for (var up = type; up is not null; up = member == SinkTable.Constructor ? null : up.BaseType)
            if (_rows.TryGetValue(up.OriginalDefinition, out var rows))
                foreach (var row in rows)
                    if (row.Member == member) yield return row;
    }
}
