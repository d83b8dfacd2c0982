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

    /// <summary>The sinks that an operation is: none for almost all, several where several arguments are.</summary>
    public ImmutableArray<Sink> Find(IOperation operation) => operation switch
    {
        IInvocationOperation call => InCall(call, call.TargetMethod, call.TargetMethod.Name, call.Instance, call.Arguments),
        IObjectCreationOperation { Constructor: { } constructor } creation => InCall(creation, constructor, "new", null, creation.Arguments),
        IAssignmentOperation { Target: IPropertyReferenceOperation { Property: { } } target } assignment => InAssignment(target, assignment),
        _ => ImmutableArray<Sink>.Empty,
    };

    private ImmutableArray<Sink> InCall(IOperation operation, IMethodSymbol method, string spelling, IOperation? instance, ImmutableArray<IArgumentOperation> arguments)
    {
        var found = ImmutableArray<Sink>.Empty;
        if (arguments.IsEmpty && instance is null) return found;
        if (libraries.MayBeSink(spelling, method.ContainingType?.Name))
            foreach (var row in libraries.RowsOf(method))
            {
                if (row.Kind != RowKind.Sink || !Holds(row, arguments)) continue;
                foreach (var value in Inputs(row, instance, arguments))
                    if (!found.Any(sink => ReferenceEquals(sink.Value, value) && IsAnswer(sink.Kind) == IsAnswer(row.Detail))) found = found.Add(new(row.Detail, value, NameOf(method), operation, IsAppended: false));
            }
        // details.Extensions.Add("error", …)
        if (found.IsEmpty && arguments.Length >= 2 && method.Name is "Add" or "TryAdd" && (instance ?? Plain(arguments[0].Value)) is IPropertyReferenceOperation holder && libraries.MayBeSink(holder.Property.Name, holder.Property.ContainingType?.Name))
            foreach (var row in libraries.RowsOf(holder.Property))
                if (row.Kind == RowKind.Sink && found.IsEmpty) found = found.Add(new(row.Detail, arguments[arguments.Length - 1].Value, holder.Property.Name, operation, IsAppended: false));
        if (found.IsEmpty && !arguments.IsEmpty && _marked.GetOrAdd(method.OriginalDefinition, MarkedParameter) is { } marked)
            foreach (var argument in arguments)
                if (argument.Parameter?.Name == marked) found = found.Add(new("sql", argument.Value, NameOf(method), operation, IsAppended: false));
        return found;
    }

    private ImmutableArray<Sink> InAssignment(IPropertyReferenceOperation target, IAssignmentOperation assignment)
    {
        // details.Extensions["error"] = …, Extensions = { ["error"] = … }: what is put under a key is in the property.
        if (target.Property.IsIndexer && HolderOf(target) is { Property.IsIndexer: false } holder && libraries.MayBeSink(holder.Property.Name, holder.Property.ContainingType?.Name)
            && InProperty(holder, assignment, NameOf(target)) is { IsEmpty: false } held) return held;
        return InProperty(target, assignment, NameOf(target));
    }

    private static IPropertyReferenceOperation? HolderOf(IPropertyReferenceOperation target)
    {
        if (target.Instance is not IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }) return target.Instance as IPropertyReferenceOperation;
        for (var up = target.Parent; up is not null; up = up.Parent)
            if (up is IMemberInitializerOperation initializer) return initializer.InitializedMember as IPropertyReferenceOperation;
            else if (up is IObjectCreationOperation) return null;
        return null;
    }

    private ImmutableArray<Sink> InProperty(IPropertyReferenceOperation target, IAssignmentOperation assignment, string name)
    {
        var property = target.Property;
        var appended = assignment is ICompoundAssignmentOperation;
        var found = ImmutableArray<Sink>.Empty;
        if (libraries.MayBeSink(property.IsIndexer ? "Item" : property.Name, property.ContainingType?.Name))
            foreach (var row in libraries.RowsOf(property))
                if (row.Kind == RowKind.Sink && Holds(row, target.Arguments) && !found.Any(sink => IsAnswer(sink.Kind) == IsAnswer(row.Detail))) found = found.Add(new(row.Detail, assignment.Value, name, assignment, appended));
        return found.IsEmpty && property.Type.SpecialType == SpecialType.System_String && IsMarked(property)
            ? ImmutableArray.Create(new Sink("sql", assignment.Value, property.Name, assignment, appended)) : found;
    }

    // What a value does where it arrives is one question, of which the first row decides; who reads it is another.
    private static bool IsAnswer(string kind) => kind == "response";

    private static bool Holds(ModelRow row, ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var input in row.Details)
            if (input.IsCondition && !arguments.Any(input.Holds)) return false;
        return true;
    }

    private static IEnumerable<IOperation> Inputs(ModelRow row, IOperation? instance, ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var input in row.Details)
        {
            if (input.IsCondition) continue;
            if (input.Name == "this" && (instance ?? arguments.FirstOrDefault()?.Value) is { } receiver) yield return receiver;
            foreach (var argument in arguments)
                if (input.Takes(argument) && (row.Detail != "sql" || IsText(argument.Parameter!.Type))) yield return argument.Value;
        }
    }

    // FormattableString and interpolated string handlers make parameters of the holes; RawSqlString of EF Core 2 is a text.
    private static bool IsText(ITypeSymbol type) => type.SpecialType == SpecialType.System_String || type.Name is "RawSqlString";

    private static string? MarkedParameter(IMethodSymbol method) => method.Parameters.FirstOrDefault(parameter => parameter.Type.SpecialType == SpecialType.System_String && IsMarked(parameter))?.Name;

    private static IOperation Plain(IOperation operation)
    {
        while (operation is IConversionOperation conversion) operation = conversion.Operand;
        return operation;
    }

    private static bool IsMarked(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
            if (attribute.AttributeClass?.Name == "StringSyntaxAttribute" && !attribute.ConstructorArguments.IsEmpty && attribute.ConstructorArguments[0].Value is string syntax)
                return syntax.Equals("sql", StringComparison.OrdinalIgnoreCase);
        return false;
    }

    private static string NameOf(IPropertyReferenceOperation target) =>
        target.Property.IsIndexer && target.Arguments.FirstOrDefault()?.Value.ConstantValue is { HasValue: true, Value: string key } ? key : target.Property.Name;

    private static string NameOf(IMethodSymbol method) => method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name;
}
