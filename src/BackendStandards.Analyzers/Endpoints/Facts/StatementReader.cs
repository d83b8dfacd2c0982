using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Endpoints.Facts;

/// <summary>
/// Reads the arguments of statements by the names of parameters and properties, alike for a call, an attribute, and an object given to <c>WithMetadata</c>.
/// </summary>
internal sealed class StatementReader(CodeBase code, CancellationToken cancellation)
{
    private readonly Values _values = new(code, cancellation);
    private readonly RouteAttributes _attributes = new(code, cancellation);

    public CancellationToken Cancellation => cancellation;

    public CodeBase Code => code;

    /// <summary>The first of the named arguments that is given.</summary>
    public Given Value(Statement statement, params string[] names)
    {
        if (statement.Attribute is { } attribute) return Value(attribute, names);
        if (statement.Convention is not { } convention) return default;
        if (convention.Metadata is { } item) return ValueOfObject(item, convention.Context, names);
        if (convention.Site is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var property } } write) return IsNamed(property, names) ? Read(write.Value, convention.Context) : default;
        return convention.Site is IInvocationOperation call ? Value(call.Arguments, convention.Context, names) : default;
    }

    /// <summary>The argument itself, where it is given to a call.</summary>
    public IOperation? Argument(Statement statement, string name) =>
        statement.Convention is { Metadata: null, Site: IInvocationOperation call } && call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == name) is { ArgumentKind: not ArgumentKind.DefaultValue } given ? given.Value : null;

    /// <summary>The type that a statement is an object of: that of the attribute or of the metadata; null for a call.</summary>
    public static ITypeSymbol? TypeOf(Statement statement) =>
        statement.Attribute?.AttributeClass ?? (statement.Convention?.Metadata is { } item ? Values.Unwrap(item).Type : null);

    /// <summary>The elements of a list argument; null where they are not seen.</summary>
    public IReadOnlyList<IOperation>? Elements(IOperation list, Context context) => _values.Elements(list, context);

    /// <summary>The value of an expression.</summary>
    public Given Read(IOperation operation, Context context)
    {
        operation = Values.Unwrap(operation);
        if (operation.ConstantValue is { HasValue: true, Value: var constant }) return Given.Of(constant);
        if (operation is ITypeOfOperation typeOf) return Given.Of(Values.Substitute(typeOf.TypeOperand, context) ?? typeOf.TypeOperand);
        if (operation.Type is IArrayTypeSymbol || operation.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.CollectionExpressionSyntax)
        {
            if (_values.Elements(operation, context) is not { } items) return Given.Unseen;
            var read = items.Select(item => Read(item, context)).ToList();
            return read.TrueForAll(item => item.IsSeen) ? Given.Of(read.ConvertAll(item => item.Value)) : Given.Unseen;
        }
        if (_values.Define(operation, context) is { } place && place.Operation != operation) return Read(place.Operation, place.Context);
        return _values.Text(operation, context) is { } text && !text.Contains(Values.Hole) ? Given.Of(text) : Given.Unseen;
    }

    /// <summary>An argument of an attribute, one that a derived class passes on or sets included.</summary>
    public Given Value(AttributeData attribute, params string[] names)
    {
        foreach (var named in attribute.NamedArguments)
            if (IsNamed(named.Key, names))
                return Given.Of(Plain(named.Value));
        if (attribute.AttributeConstructor is not { } constructor || attribute.AttributeClass is not { } type) return default;
        if (AspNet.InSource(type)) return OfOwn(attribute, type, constructor, names);
        for (var i = 0; i < attribute.ConstructorArguments.Length; i++)
            if (IsNamed(constructor.Parameters[i].Name, names))
                return Given.Of(Plain(attribute.ConstructorArguments[i]));
        return default;
    }

    private static bool IsNamed(string name, string[] names) => Array.Exists(names, wanted => wanted.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static object? Plain(TypedConstant constant) =>
        constant.Kind == TypedConstantKind.Array ? constant.IsNull ? null : constant.Values.Select(Plain).ToList() : constant.Value;

    // class AdminAttribute : AuthorizeAttribute { public AdminAttribute(string area) : base("admin") => Roles = area; }
    private Given OfOwn(AttributeData attribute, INamedTypeSymbol type, IMethodSymbol constructor, string[] names)
    {
        var body = code.BodyOf(constructor, cancellation);
        foreach (var assignment in body?.Root.Descendants().OfType<ISimpleAssignmentOperation>() ?? [])
            if (assignment.Target is IPropertyReferenceOperation { Property.Name: var property } && IsNamed(property, names))
                return OfArgument(assignment.Value, attribute);
        foreach (var argument in _attributes.BaseArguments(constructor))
            if (argument.Parameter is { } parameter && argument.ArgumentKind != ArgumentKind.DefaultValue && IsNamed(parameter.Name, names))
                return OfArgument(argument.Value, attribute);
        return type.GetMembers().Any(member => member is IPropertySymbol && IsNamed(member.Name, names)) ? Given.Unseen : default;
    }

    private static Given OfArgument(IOperation value, AttributeData attribute)
    {
        value = Values.Unwrap(value);
        if (value.ConstantValue is { HasValue: true, Value: var constant }) return Given.Of(constant);
        return value is IParameterReferenceOperation { Parameter.Ordinal: var ordinal } && ordinal < attribute.ConstructorArguments.Length ? Given.Of(Plain(attribute.ConstructorArguments[ordinal]))
            : value is ITypeOfOperation typeOf ? Given.Of(typeOf.TypeOperand) : Given.Unseen;
    }

    private Given ValueOfObject(IOperation item, Context context, string[] names)
    {
        if (_values.Define(item, context) is not { Operation: IObjectCreationOperation creation } place) return Given.Unseen;
        foreach (var assignment in creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
            if (assignment.Target is IPropertyReferenceOperation { Property.Name: var property } && IsNamed(property, names))
                return Read(assignment.Value, place.Context);
        var given = Value(creation.Arguments, place.Context, names);
        return !given.IsGiven && creation.Type is { } type && AspNet.InSource(type) ? Given.Unseen : given;
    }

    private Given Value(IEnumerable<IArgumentOperation> arguments, Context context, string[] names)
    {
        foreach (var argument in arguments)
            if (argument.Parameter is { } parameter && argument.ArgumentKind != ArgumentKind.DefaultValue && IsNamed(parameter.Name, names))
                return argument is { ArgumentKind: ArgumentKind.ParamArray, Value: IArrayCreationOperation { Initializer.ElementValues.IsEmpty: true } } ? default : Read(argument.Value, context);
        return default;
    }
}
