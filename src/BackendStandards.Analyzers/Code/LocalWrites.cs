using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Code;

/// <summary>The assignments of a local variable that a use may see.</summary>
internal static class LocalWrites
{
    /// <summary>
    /// The last assignment that is sure to run before the use, and the conditional ones after it. Not all of them:
    /// a variable that is reused for a second group holds two objects, one after the other.
    /// </summary>
    public static IReadOnlyList<IOperation> Reaching(MemberBody body, ISymbol local, IOperation use)
    {
        var writes = new List<(IOperation Site, IOperation Value)>();
        foreach (var reference in body.ReferencesTo(local))
            switch (reference)
            {
                case IVariableDeclaratorOperation { Initializer: { } initializer }:
                    writes.Add((reference, initializer.Value));
                    break;
                case IVariableDeclaratorOperation { Parent: IVariableDeclarationOperation { Initializer: { } shared } }:
                    writes.Add((reference, shared.Value));
                    break;
                case { Parent: IAssignmentOperation assignment } when assignment.Target == reference:
                    writes.Add((assignment, assignment.Value));
                    break;
            }
        if (writes.Count <= 1) return writes.ConvertAll(write => write.Value);
        var before = writes.FindAll(write => write.Site.Syntax.Span.End <= use.Syntax.SpanStart);
        var last = before.FindLastIndex(write => !Conditions.Between(write.Site, use));
        return last < 0 ? writes.ConvertAll(write => write.Value) : before.GetRange(last, before.Count - last).ConvertAll(write => write.Value);
    }
}
