using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Validation;

/// <summary>One function on the way of an uploaded file: tells what its values have of the file, from what is <paramref name="given"/> for its parameters.</summary>
internal sealed class UploadFrame(IOperation root, MemberBody body, IReadOnlyDictionary<ISymbol, UploadPart> given, Func<IInvocationOperation, UploadFrame, UploadPart> returned)
{
    private const UploadPart Texts = UploadPart.Name | UploadPart.Kind;

    // They keep the folders that a name begins with.
    private static readonly HashSet<string> Joins = new(StringComparer.Ordinal)
        { "Combine", "Join", "GetFullPath", "Concat", "Format", "Trim", "TrimStart", "TrimEnd", "ToLower", "ToUpper", "ToLowerInvariant", "ToUpperInvariant", "ToString", "Insert", "UrlDecode", "UnescapeDataString", "HtmlDecode" };

    private readonly HashSet<ISymbol> _open = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, UploadPart> _locals = new(SymbolEqualityComparer.Default);

    /// <summary>The function, with the lambdas in it.</summary>
    public IOperation Root { get; } = root;

    /// <summary>What a value has of an uploaded file.</summary>
    public UploadPart PartOf(IOperation value)
    {
        value = Values.Unwrap(value);
        var part = IsTarget(value.Type) ? UploadPart.Target : UploadPart.None;
        switch (value)
        {
            case IAwaitOperation awaited: return part | PartOf(awaited.Operation);
            case IParameterReferenceOperation { Parameter: var parameter }: return part | (given.TryGetValue(parameter.OriginalDefinition, out var known) ? known : UploadPart.None);
            case ILocalReferenceOperation { Local: var local }: return part | OfLocal(local);
            case IPropertyReferenceOperation property: return part | OfProperty(property);
            case IConditionalAccessOperation access: return part | PartOf(access.WhenNotNull);
            case IInvocationOperation call: return part | OfCall(call);
            case IArrayElementReferenceOperation element: return part | Within(PartOf(element.ArrayReference));
            case IObjectCreationOperation creation: return part | (AspNet.InSource(creation.Type!) ? UploadPart.None : Union(creation.Arguments) & ~UploadPart.Name & ~UploadPart.Kind);
            case IConditionalOperation { WhenFalse: { } otherwise } conditional: return part | PartOf(conditional.WhenTrue) | PartOf(otherwise);
            case ICoalesceOperation coalesce: return part | PartOf(coalesce.Value) | PartOf(coalesce.WhenNull);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Divide or BinaryOperatorKind.Multiply or BinaryOperatorKind.Subtract or BinaryOperatorKind.RightShift } binary: return part | PartOf(binary.LeftOperand) | PartOf(binary.RightOperand);
            case IInterpolatedStringOperation text: return part | text.Parts.OfType<IInterpolationOperation>().Aggregate(UploadPart.None, (all, hole) => all | PartOf(hole.Expression));
            case ISimpleAssignmentOperation assignment: return part | PartOf(assignment.Value);
            default: return part;
        }
    }

    private static bool IsTarget(ITypeSymbol? type) => type is not null && (Symbols.Derives(type, "FileStream") || type.Name == "FileSystemStream");

    private UploadPart OfLocal(ILocalSymbol local)
    {
        if (_locals.TryGetValue(local, out var known)) return known;
        if (!_open.Add(local)) return UploadPart.None;
        var part = UploadPart.None;
        foreach (var reference in body.ReferencesTo(local))
            part |= reference switch
            {
                IVariableDeclaratorOperation { Initializer.Value: { } first } => PartOf(first),
                { Parent: ISimpleAssignmentOperation { Target: var target, Value: var then } } when target == reference => PartOf(then),
                // What is copied into a buffer is in it.
                _ when CopyInto(reference) is { } copy && !IsTarget(local.Type) && IsContent(copy) => UploadPart.Content,
                _ => UploadPart.None,
            };
        _open.Remove(local);
        // What was found while another question was open may lack that one's answer.
        if (_open.Count == 0) _locals[local] = part;
        return part;
    }

    private static IInvocationOperation? CopyInto(IOperation reference)
    {
        var argument = reference.Parent is IConversionOperation conversion ? conversion.Parent : reference.Parent;
        return argument is IArgumentOperation { Parent: IInvocationOperation call } && IsCopy(call) ? call : null;
    }

    /// <summary>Whether a call copies a file, or what it consists of, somewhere.</summary>
    public static bool IsCopy(IInvocationOperation call) => call.TargetMethod.Name is "CopyTo" or "CopyToAsync";

    /// <summary>Whether a call is made on a file, or on what it consists of.</summary>
    public bool IsContent(IInvocationOperation call) => AspNet.ReceiverOf(call) is { } receiver && (UploadTypes.IsFile(receiver.Type) || (PartOf(receiver) & UploadPart.Content) != 0);

    private UploadPart OfProperty(IPropertyReferenceOperation reference)
    {
        var (name, holder) = (reference.Property.Name, reference.Property.ContainingType);
        if (UploadTypes.IsFile(holder))
            return name switch { "FileName" => UploadPart.Name, "Length" => UploadPart.Size, "ContentType" or "ContentDisposition" or "Headers" => UploadPart.Kind, "Body" or "FileStream" => UploadPart.Content, _ => UploadPart.None };
        if (name == "ContentLength" && AspNet.IsKnown(holder)) return UploadPart.Size;
        if (name is "FileName" or "FileNameStar" && holder.Name == "ContentDispositionHeaderValue") return UploadPart.Name;
        if (reference.Instance is not { } instance) return UploadPart.None;
        var part = PartOf(instance);
        if (name is "Length" or "LongLength") return (part & UploadPart.Content) != 0 ? UploadPart.Size : UploadPart.None;
        return name == "Value" ? part : reference.Property.IsIndexer ? Within(part) : UploadPart.None;
    }

    private UploadPart OfCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (AspNet.InSource(method)) return returned(call, this);
        if (AspNet.ReceiverOf(call) is { } on && UploadTypes.IsFile(on.Type) && method.Name == "OpenReadStream") return UploadPart.Content;
        // files.Sum(file => file.Length)
        if (method.Name is "Sum" or "Max" && call.Arguments.Any(argument => Values.Unwrap(argument.Value) is IDelegateCreationOperation or IAnonymousFunctionOperation && argument.Value.Descendants().Any(inner => inner is IPropertyReferenceOperation property && OfProperty(property) == UploadPart.Size))) return UploadPart.Size;
        if (IsStore(method) && method.Name.StartsWith("Open", StringComparison.Ordinal)) return UploadPart.Target;
        var part = Union(call.Arguments) | (call.Instance is { } instance ? PartOf(instance) : UploadPart.None);
        if (call.Type?.SpecialType == SpecialType.System_Boolean) return UploadPart.None;
        if (Joins.Contains(method.Name)) return part & ~UploadPart.Target;
        return ((part & Texts) != 0 ? UploadPart.Kind : UploadPart.None) | (part & (UploadPart.Content | UploadPart.Size));
    }

    /// <summary>Whether a member is one of a library for stores of files.</summary>
    public static bool IsStore(ISymbol member) => Guards.RootOf(member) is "Azure" or "Amazon" or "Google" or "Minio" or "MongoDB";

    // A piece of a name is no path any more.
    private static UploadPart Within(UploadPart whole) => (whole & Texts) != 0 ? UploadPart.Kind : whole & UploadPart.Content;

    private UploadPart Union(IEnumerable<IArgumentOperation> arguments) => arguments.Aggregate(UploadPart.None, (all, argument) => all | Elements(argument.Value).Aggregate(UploadPart.None, (some, value) => some | PartOf(value)));

    // params string[] paths
    private static IEnumerable<IOperation> Elements(IOperation value) => Values.Unwrap(value) is IArrayCreationOperation { Initializer: { } list } ? list.ElementValues : Enumerable.Repeat(value, 1);
}
