using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Secrets;

/// <summary>The sinks of a table among bound operations: which values an operation hands to them.</summary>
internal sealed class BoundSinks(SinkTable table)
{
    private const string ConnectionString = "connection string";

    private readonly TypeMap<ConstantSink> _rows = new(table.Rows.Select(row => (row.Type, row)));
    private readonly ImmutableArray<ConstantSink> _anywhere = table.Rows.Where(row => row.Type == SinkTable.AnyLibrary).ToImmutableArray();

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
            foreach (var row in _rows.Of(up))
                if (row.Member == member) yield return row;
    }
}
