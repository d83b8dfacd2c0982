using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Hosting;

/// <summary>Where properties of options classes are set: found by the property's name, confirmed by its type.</summary>
internal sealed class OptionWrites(CodeBase code)
{
    /// <summary>The values that a property of a library's type is given anywhere in the compilation, in options lambdas, object initializers or statements.</summary>
    public IEnumerable<OptionWrite> Of(string type, string property, CancellationToken cancellation)
    {
        var environment = new EnvironmentTests(code, cancellation);
        foreach (var tree in code.TreesWith(property, cancellation))
        {
            var root = tree.GetRoot(cancellation);
            foreach (var node in TreeIndex.Of(tree, cancellation).NodesOf(property, root))
                if (AssignmentTo(node) is { } written && code.BodyAround(written, cancellation)?.At(written) is IAssignmentOperation { Target: IPropertyReferenceOperation { Property: { } target } } assignment
                    && AspNet.IsKnown(target) && Symbols.Derives(target.ContainingType, type))
                    yield return new(Values.Unwrap(assignment.Value), assignment, environment.GuardOf(assignment));
        }
    }

    private static AssignmentExpressionSyntax? AssignmentTo(SyntaxNode name)
    {
        var left = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return left.Parent is AssignmentExpressionSyntax assignment && assignment.Left == left ? assignment : null;
    }
}
