using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Code;

/// <summary>Where a field or property is read and written.</summary>
internal static class MemberReferences
{
    /// <summary>All references to a member: those in its type, and others where it can be seen from outside.</summary>
    public static IEnumerable<IOperation> To(ISymbol member, CodeBase code, CancellationToken cancellation)
    {
        var trees = member.DeclaredAccessibility == Accessibility.Private
            ? member.ContainingType.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree).Distinct().Where(tree => TreeIndex.Of(tree, cancellation).Mentions(member.Name))
            : code.TreesWith(member.Name, cancellation);
        foreach (var tree in trees)
        {
            var root = tree.GetRoot(cancellation);
            foreach (var node in TreeIndex.Of(tree, cancellation).NodesOf(member.Name, root))
                if (node is IdentifierNameSyntax name && code.MayMean(name, member, cancellation) && code.BodyAround(name, cancellation) is { } body)
                    foreach (var reference in body.ReferencesTo(member))
                        if (reference.Syntax.Span.Contains(name.Span))
                            yield return reference;
        }
    }

    /// <summary>Where the type's members read a parameter of its primary constructor; null for a parameter of another constructor.</summary>
    public static IReadOnlyList<IOperation>? ToCaptured(IParameterSymbol parameter, CodeBase code, CancellationToken cancellation)
    {
        if (parameter.ContainingSymbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not TypeDeclarationSyntax) return null;
        var found = new List<IOperation>();
        foreach (var declaration in parameter.ContainingType.DeclaringSyntaxReferences)
        {
            var (tree, span) = (declaration.SyntaxTree, declaration.Span);
            foreach (var node in TreeIndex.Of(tree, cancellation).NodesOf(parameter.Name, tree.GetRoot(cancellation)))
                if (node is IdentifierNameSyntax name && span.Contains(name.Span) && code.BodyAround(name, cancellation) is { } body)
                    foreach (var reference in body.ReferencesTo(parameter))
                        if (reference.Syntax == name)
                            found.Add(reference);
        }
        return found;
    }

    /// <summary>The values that a member is given: by assignment, by its initializer, or by its getter.</summary>
    public static IEnumerable<IOperation> ValuesOf(ISymbol member, CodeBase code, CancellationToken cancellation)
    {
        foreach (var reference in To(member, code, cancellation))
            if (reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference)
                yield return assignment.Value;
        foreach (var declaration in member.DeclaringSyntaxReferences)
        {
            SyntaxNode? value = declaration.GetSyntax(cancellation) switch
            {
                VariableDeclaratorSyntax field => field.Initializer,
                PropertyDeclarationSyntax property => (SyntaxNode?)property.Initializer ?? property.ExpressionBody,
                _ => null,
            };
            if (value is null || code.BodyAround(value, cancellation) is not { } body) continue;
            if (body.Root is ISymbolInitializerOperation initializer) yield return initializer.Value;
            else
                foreach (var returned in body.ReturnsOf(body.Owner))
                    yield return returned.ReturnedValue!;
        }
    }
}
