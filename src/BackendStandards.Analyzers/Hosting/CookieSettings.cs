using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Hosting;

/// <summary>What a <c>CookieOptions</c> says when a cookie is set with it: its creation, and the properties that were given a value by then.</summary>
internal sealed class CookieSettings
{
    private const int MaxDepth = 3;
    private readonly Dictionary<string, IOperation> _given = new(StringComparer.Ordinal);

    private CookieSettings(IObjectCreationOperation creation)
    {
        Creation = creation;
        foreach (var written in creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? []) Add(written);
    }

    /// <summary>Where the object is made.</summary>
    public IObjectCreationOperation Creation { get; }

    /// <summary>The value of a property; null where it has its default.</summary>
    public IOperation? this[string property] => _given.TryGetValue(property, out var value) ? value : null;

    /// <summary>The settings behind an argument; null where they are made, or may be changed, by code that is not seen.</summary>
    public static CookieSettings? Of(IOperation options, CodeBase code, CancellationToken cancellation, int depth = 0)
    {
        options = Values.Unwrap(options);
        if (depth > MaxDepth) return null;
        switch (options)
        {
            case IObjectCreationOperation { Type.Name: "CookieOptions", Arguments.IsEmpty: true } creation when AspNet.IsKnown(creation.Type):
                return new CookieSettings(creation);
            case ILocalReferenceOperation { Local: var local }:
                return code.BodyAround(options.Syntax, cancellation) is { } body && LocalWrites.Reaching(body, local, options) is { Count: 1 } writes && Of(writes[0], code, cancellation, depth + 1) is { } made
                    && made.Complete(body.ReferencesTo(local), options) ? made : null;
            case IInvocationOperation { TargetMethod: var method } when AspNet.InSource(method) && method is { IsVirtual: false, IsAbstract: false }:
                return code.BodyOf(method, cancellation) is { } source && source.ReturnsOf(source.Owner) is { Count: 1 } returns ? Of(returns[0].ReturnedValue!, code, cancellation, depth + 1) : null;
            case IPropertyReferenceOperation { Property: { GetMethod: { } getter, SetMethod: null } } property when AspNet.InSource(property.Property):
                return code.BodyOf(getter, cancellation) is { } got && got.ReturnsOf(got.Owner) is { Count: 1 } values ? Of(values[0].ReturnedValue!, code, cancellation, depth + 1) : null;
            case IFieldReferenceOperation { Field: { IsReadOnly: true, DeclaredAccessibility: Accessibility.Private } field }:
                return field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is Microsoft.CodeAnalysis.CSharp.Syntax.VariableDeclaratorSyntax { Initializer: { } initializer }
                    && code.BodyAround(initializer, cancellation)?.Root is IFieldInitializerOperation root && !IsChanged(field, code, cancellation) ? Of(root.Value, code, cancellation, depth + 1) : null;
            default:
                return null;
        }
    }

    // Takes in what is assigned to the local; false where it goes to others, who may change it.
    private bool Complete(IReadOnlyList<IOperation> references, IOperation use)
    {
        foreach (var reference in references)
            switch (reference.Parent)
            {
                case IPropertyReferenceOperation { Instance: var instance } property when instance == reference:
                    // What comes after the cookie is set does not change it.
                    if (property.Parent is ISimpleAssignmentOperation written && written.Target == property && written.Syntax.SpanStart < use.Syntax.SpanStart) Add(written);
                    else if (property.Parent is IInvocationOperation or IArgumentOperation or ICompoundAssignmentOperation && property.Property.Name == "Extensions") return false;
                    break;
                case IArgumentOperation { Parent: IInvocationOperation call }:
                    if (!AspNet.IsKnown(call.TargetMethod)) return false;
                    break;
                case ISimpleAssignmentOperation assignment when assignment.Target == reference:
                case IVariableDeclarationOperation or IVariableDeclarationGroupOperation:
                case IReturnOperation:
                    break;
                default:
                    if (reference is not IVariableDeclaratorOperation && reference != use) return false;
                    break;
            }
        return true;
    }

    private static bool IsChanged(IFieldSymbol field, CodeBase code, CancellationToken cancellation) => code.TreesWith(field.Name, cancellation).Any(tree =>
        Index.TreeIndex.Of(tree, cancellation).NodesOf(field.Name, tree.GetRoot(cancellation)).Any(static node => node.Parent is Microsoft.CodeAnalysis.CSharp.Syntax.MemberAccessExpressionSyntax));

    private void Add(ISimpleAssignmentOperation written)
    {
        if (written.Target is IPropertyReferenceOperation { Property.Name: var name }) _given[name] = written.Value;
    }
}
