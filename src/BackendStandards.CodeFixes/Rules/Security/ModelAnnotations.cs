using BackendStandards.Analyzers.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>The annotations that request models are to get, gathered first and written in one edit a document: a model may serve many endpoints.</summary>
internal sealed class ModelAnnotations
{
    private const string Namespace = "System.ComponentModel.DataAnnotations";
    private readonly Dictionary<SyntaxTree, Dictionary<SyntaxNode, string>> _byTree = [];

    /// <summary>Whether there is anything to write.</summary>
    public bool Any => _byTree.Count > 0;

    /// <summary>Takes in a model with all that is in it, but for entities, whose annotations would change the database.</summary>
    public void Add(INamedTypeSymbol model, Compilation compilation, CancellationToken cancellation)
    {
        foreach (var type in InputTypes.Closure(model))
        {
            if (EntityTypes.Includes(type, compilation, cancellation)) continue;
            foreach (var member in InputTypes.MembersOf(type))
                if (ConstraintTable.For(member) is { Count: > 0 } constraints && DeclarationOf(member, cancellation) is { } declaration && compilation.ContainsSyntaxTree(declaration.SyntaxTree))
                    Add(declaration, string.Join(", ", constraints.Select(constraint => constraint.Attribute)));
        }
    }

    /// <summary>Takes in one annotation of one member.</summary>
    public void Add(SyntaxNode declaration, string attribute)
    {
        if (!_byTree.TryGetValue(declaration.SyntaxTree, out var nodes)) _byTree.Add(declaration.SyntaxTree, nodes = []);
        nodes[declaration] = attribute;
    }

    /// <summary>The solution with the annotations.</summary>
    public async Task<Solution> ApplyAsync(Solution solution, CancellationToken cancellation)
    {
        var changed = solution;
        foreach (var entry in _byTree)
        {
            if (solution.GetDocument(entry.Key) is not { } document
                || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model) continue;
            var root = await entry.Key.GetRootAsync(cancellation).ConfigureAwait(false);
            var hasUsing = model.LookupNamespacesAndTypes(entry.Value.Keys.First().SpanStart, name: "StringLengthAttribute").Any();
            var annotated = root.ReplaceNodes(entry.Value.Keys, (old, current) => Annotate(old, current, entry.Value[old]));
            if (!hasUsing && annotated is CompilationUnitSyntax unit) annotated = UsingDirectives.Add(unit, Namespace);
            changed = changed.WithDocumentSyntaxRoot(document.Id, annotated);
        }
        return changed;
    }

    // On the parameter of a positional record: MVC throws at run time on constraints of a record's property that a parameter stands behind.
    private static SyntaxNode? DeclarationOf(InputMember member, CancellationToken cancellation)
    {
        if (member.Property.ContainingType.IsRecord && member.Parameter?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is ParameterSyntax parameter) return parameter;
        return member.Property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is var node && node is PropertyDeclarationSyntax or ParameterSyntax ? node : null;
    }

    private static SyntaxNode Annotate(SyntaxNode original, SyntaxNode current, string attributes)
    {
        var list = SyntaxFactory.ParseCompilationUnit($"[{attributes}] class C;").Members[0].AttributeLists[0].WithoutTrivia();
        return current switch
        {
            ParameterSyntax parameter => AnnotateInline(parameter, parameter.AttributeLists, list, static (node, lists) => node.WithAttributeLists(lists)),
            PropertyDeclarationSyntax property when StartsLine(original) => AnnotateAbove(property, list, LineEnd(original)),
            PropertyDeclarationSyntax property => AnnotateInline(property, property.AttributeLists, list, static (node, lists) => node.WithAttributeLists(lists)),
            _ => current,
        };
    }

    private static TNode AnnotateInline<TNode>(TNode node, SyntaxList<AttributeListSyntax> lists, AttributeListSyntax list, Func<TNode, SyntaxList<AttributeListSyntax>, TNode> with)
        where TNode : SyntaxNode
    {
        list = list.WithTrailingTrivia(SyntaxFactory.Space);
        return lists.Count > 0 ? with(node, lists.Add(list)) : with(node.WithoutLeadingTrivia(), lists.Add(list.WithLeadingTrivia(node.GetLeadingTrivia())));
    }

    private static PropertyDeclarationSyntax AnnotateAbove(PropertyDeclarationSyntax property, AttributeListSyntax list, SyntaxTrivia lineEnd)
    {
        var leading = property.GetLeadingTrivia();
        var indentation = leading.LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        var indent = indentation.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(indentation) : default;
        if (property.AttributeLists.Count == 0)
            return property.WithLeadingTrivia(indent).WithAttributeLists(SyntaxFactory.SingletonList(list.WithLeadingTrivia(leading).WithTrailingTrivia(lineEnd)));
        var last = property.AttributeLists[property.AttributeLists.Count - 1];
        var ownLine = last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
        return property.WithAttributeLists(property.AttributeLists.Add(ownLine
            ? list.WithLeadingTrivia(indent).WithTrailingTrivia(lineEnd) : list.WithTrailingTrivia(SyntaxFactory.Space)));
    }

    // Nothing but blanks before it on its line: not another member, and no comment either.
    private static bool StartsLine(SyntaxNode node)
    {
        var text = node.SyntaxTree.GetText();
        var line = text.Lines.GetLineFromPosition(node.SpanStart);
        return string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(line.Start, node.SpanStart)));
    }

    private static SyntaxTrivia LineEnd(SyntaxNode node) =>
        node.SyntaxTree.GetRoot().DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } found ? found : SyntaxFactory.LineFeed;
}
