using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Flow;

/// <summary>Recognises sinks: by spelling first, then by the rows, then by <c>[StringSyntax("Sql")]</c> on a parameter or property.</summary>
internal sealed class SinkFinder(LibraryModel libraries)
{
    private static readonly ImmutableArray<OperationKind> Kinds =
        ImmutableArray.Create(OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.SimpleAssignment, OperationKind.CompoundAssignment);

    private readonly ConcurrentDictionary<IMethodSymbol, string?> _marked = new(SymbolEqualityComparer.Default);

    /// <summary>The kinds of operations that can be a sink.</summary>
    public static OperationKind[] OperationKinds => Kinds.ToArray();

    /// <summary>The sink that an operation is; null for almost all.</summary>
    public Sink? Find(IOperation operation) => operation switch
    {
        IInvocationOperation call => InCall(call.TargetMethod, call.TargetMethod.Name, call.Arguments),
        IObjectCreationOperation { Constructor: { } constructor } creation => InCall(constructor, "new", creation.Arguments),
        IAssignmentOperation { Target: IPropertyReferenceOperation { Property: { } property } } assignment => InAssignment(property, assignment),
        _ => null,
    };

    private Sink? InCall(IMethodSymbol method, string spelling, ImmutableArray<IArgumentOperation> arguments)
    {
        if (arguments.IsEmpty) return null;
        if (libraries.MayBeSink(spelling))
            foreach (var row in libraries.RowsOf(method))
                if (row.Kind == RowKind.Sink && Argument(arguments, row.Inputs) is { } argument)
                    return new(row.Detail, argument, NameOf(method), IsAppended: false);
        return _marked.GetOrAdd(method.OriginalDefinition, MarkedParameter) is { } marked && Argument(arguments, ImmutableArray.Create(marked)) is { } text ? new("sql", text, NameOf(method), IsAppended: false) : null;
    }

    private Sink? InAssignment(IPropertySymbol property, IAssignmentOperation assignment)
    {
        if (property.Type.SpecialType != SpecialType.System_String) return null;
        var appended = assignment is ICompoundAssignmentOperation;
        if (libraries.MayBeSink(property.Name) && libraries.Row(property, RowKind.Sink) is { } row) return new(row.Detail, assignment.Value, property.Name, appended);
        return IsMarked(property) ? new("sql", assignment.Value, property.Name, appended) : null;
    }

    private static IOperation? Argument(ImmutableArray<IArgumentOperation> arguments, ImmutableArray<string> names)
    {
        foreach (var argument in arguments)
            if (argument.Parameter is { } parameter && names.Contains(parameter.Name) && IsText(parameter.Type)) return argument.Value;
        return null;
    }

    // FormattableString and interpolated string handlers make parameters of the holes; RawSqlString of EF Core 2 is a text.
    private static bool IsText(ITypeSymbol type) => type.SpecialType == SpecialType.System_String || type.Name is "RawSqlString";

    private static string? MarkedParameter(IMethodSymbol method) => method.Parameters.FirstOrDefault(parameter => parameter.Type.SpecialType == SpecialType.System_String && IsMarked(parameter))?.Name;

    private static bool IsMarked(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
            if (attribute.AttributeClass?.Name == "StringSyntaxAttribute" && !attribute.ConstructorArguments.IsEmpty && attribute.ConstructorArguments[0].Value is string syntax)
                return syntax.Equals("sql", StringComparison.OrdinalIgnoreCase);
        return false;
    }

    private static string NameOf(IMethodSymbol method) => method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name;
}
