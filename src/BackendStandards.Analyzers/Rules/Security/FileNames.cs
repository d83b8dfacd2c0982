using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Flow;
using BackendStandards.Analyzers.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>
/// What BST3025 asks beyond the flow: whether the code on the way deals with the characters that no file name may hold. A slash is among them, and there
/// are many ways to take them out.
/// </summary>
internal static class FileNames
{
    private const string List = "GetInvalidFileNameChars";

    /// <summary>All origins, unless a name was cleaned on the way.</summary>
    public static Origin Counts(FlowFinding finding)
    {
        var origins = finding.Value.Origins;
        var trace = finding.Value.Worst(Origin.Request) ?? finding.Value.Worst(Origin.External);
        if (trace is null) return origins;
        if (Cleans(finding.Sink.Value.Syntax, finding.Cancellation)) return Origin.None;
        foreach (var hop in trace.Hops)
            if (Cleans(hop.Syntax, finding.Cancellation) || Called(hop, finding).Any(method => method.DeclaringSyntaxReferences.Any(declared => Cleans(declared.GetSyntax(finding.Cancellation), finding.Cancellation)))) return Origin.None;
        return origins;
    }

    private static IEnumerable<IMethodSymbol> Called(IOperation hop, FlowFinding finding) => hop.DescendantsAndSelf().OfType<IInvocationOperation>().Where(call => AspNet.InSource(call.TargetMethod))
        .SelectMany(call => new SourceTargets(finding.Flow.Code, finding.Cancellation).Of(call.TargetMethod));

    /// <summary>Whether the function around a node speaks of such a list, or of a field that holds one.</summary>
    private static bool Cleans(SyntaxNode node, CancellationToken cancellation)
    {
        var function = node.FirstAncestorOrSelf<SyntaxNode>(up => up is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax);
        if (function is null) return false;
        var holders = Holders(function);
        foreach (var inner in function.DescendantNodes())
        {
            cancellation.ThrowIfCancellationRequested();
            if (inner is SimpleNameSyntax { Identifier.ValueText: var name } && (name == List || holders.Contains(name))) return true;
        }
        return false;
    }

    // The framework's list, or one of the application's own with both slashes.
    private static bool IsList(SyntaxNode member) => member.DescendantNodes().Any(node => node is SimpleNameSyntax { Identifier.ValueText: var name } && name == List)
        || (member.DescendantNodes().Any(node => node is LiteralExpressionSyntax { Token.Value: '/' }) && member.DescendantNodes().Any(node => node is LiteralExpressionSyntax { Token.Value: '\\' }));

    private static HashSet<string> Holders(SyntaxNode function)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        if (function.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type) return found;
        foreach (var member in type.Members)
            if (member is FieldDeclarationSyntax or PropertyDeclarationSyntax { ExpressionBody: not null } or PropertyDeclarationSyntax { Initializer: not null } && IsList(member))
                found.UnionWith(member is FieldDeclarationSyntax field ? field.Declaration.Variables.Select(variable => variable.Identifier.ValueText) : [((PropertyDeclarationSyntax)member).Identifier.ValueText]);
        return found;
    }
}
