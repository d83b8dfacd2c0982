using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Rules.Contract;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Contract;

/// <summary>The class that a project keeps its error codes in, and new constants of it in the place of texts.</summary>
internal static class ErrorCodeCatalogue
{
    private const string FileName = "ErrorCodes.cs";

    /// <summary>The solution with the codes of findings as constants, each once; null where there is no place for any of them.</summary>
    public static async Task<Solution?> AddAsync(Project project, IReadOnlyCollection<Diagnostic> findings, CancellationToken cancellation)
    {
        if (await project.GetCompilationAsync(cancellation).ConfigureAwait(false) is not { } compilation || Of(compilation, cancellation) is not { } catalogue) return null;
        var declaration = DeclarationOf(catalogue, project, cancellation);
        // Beside the emitted one only its own project can declare a part.
        if (declaration is null && (!AspNet.InSource(catalogue) || project.Documents.Any(static one => one.Name == FileName))) return null;
        var names = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var edits = new Dictionary<DocumentId, Dictionary<SyntaxNode, SyntaxNode>>();
        foreach (var finding in findings.OrderBy(static one => one.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static one => one.Location.SourceSpan.Start))
        {
            cancellation.ThrowIfCancellationRequested();
            if (project.GetDocument(finding.Location.SourceTree) is not { } document || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
                || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
                || root.FindNode(finding.Location.SourceSpan, getInnermostNodeForTie: true) is not LiteralExpressionSyntax literal
                || ErrorCodeNotInCatalogue.Spelled(literal.Token.ValueText) is not { } code || NameOf(code) is not { } name) continue;
            var known = catalogue.GetMembers(name);
            // One name for two codes is none; a code that is there is named.
            if (names.Any(one => one.Value == name && one.Key != code) || (!known.IsEmpty && known[0] is not IFieldSymbol { IsConst: true } || known.OfType<IFieldSymbol>().Any(field => !code.Equals(field.ConstantValue)))) continue;
            if (catalogue.GetMembers().OfType<IFieldSymbol>().Any(field => code.Equals(field.ConstantValue))) continue;
            names[code] = name;
            if (!edits.TryGetValue(document.Id, out var edit)) edits.Add(document.Id, edit = []);
            edit[literal] = SyntaxFactory.ParseExpression($"{catalogue.ToMinimalDisplayString(model, literal.SpanStart)}.{name}").WithTriviaFrom(literal);
        }
        if (names.Count == 0) return null;
        if (declaration is not null && project.GetDocument(declaration.SyntaxTree) is { } home)
        {
            if (!edits.TryGetValue(home.Id, out var edit)) edits.Add(home.Id, edit = []);
            edit[declaration] = declaration;
        }
        var solution = project.Solution;
        foreach (var (id, edit) in edits.Select(static pair => (pair.Key, pair.Value)))
            if (await solution.GetDocument(id)!.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is { } root)
                solution = solution.WithDocumentSyntaxRoot(id, root.ReplaceNodes(edit.Keys, (original, rewritten) => original == declaration ? With((ClassDeclarationSyntax)rewritten, names, LineBreaks.Of(root).ToString()) : edit[original]));
        return declaration is not null ? solution : solution.AddDocument(DocumentId.CreateNewId(project.Id), FileName, NewFile(names));
    }

    // A part of ErrorCodes or a class with the mark that somebody wrote; else the emitted one, which can be added to.
    private static INamedTypeSymbol? Of(Compilation compilation, CancellationToken cancellation)
    {
        var emitted = compilation.GetTypeByMetadataName(ResponseFormat.Namespace + ".ErrorCodes");
        if (emitted is not null && AspNet.InSource(emitted) && emitted.DeclaringSyntaxReferences.Any(static one => !AspNet.IsEnvelope(one.SyntaxTree))) return emitted;
        return compilation.GetSymbolsWithName(static _ => true, SymbolFilter.Type, cancellation).OfType<INamedTypeSymbol>()
            .FirstOrDefault(static type => type.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "ErrorCodesAttribute")) ?? emitted;
    }

    private static ClassDeclarationSyntax? DeclarationOf(INamedTypeSymbol catalogue, Project project, CancellationToken cancellation) =>
        catalogue.DeclaringSyntaxReferences.Where(one => !AspNet.IsEnvelope(one.SyntaxTree) && project.GetDocument(one.SyntaxTree) is not null).Select(one => one.GetSyntax(cancellation)).OfType<ClassDeclarationSyntax>().FirstOrDefault();

    // ORDER_CLOSED is OrderClosed.
    private static string? NameOf(string code)
    {
        var name = string.Concat(code.Split('_').Where(static word => word.Length > 0).Select(static word => word.Substring(0, 1) + word.Substring(1).ToLowerInvariant()));
        return SyntaxFacts.IsValidIdentifier(name) ? name : null;
    }

    private static ClassDeclarationSyntax With(ClassDeclarationSyntax declaration, SortedDictionary<string, string> names, string lineEnd)
    {
        var outer = declaration.GetFirstToken().LeadingTrivia.LastOrDefault(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).ToString();
        var indent = declaration.Members.Count > 0 ? declaration.Members[0].GetFirstToken().LeadingTrivia.LastOrDefault(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).ToString() : outer + "    ";
        foreach (var pair in names)
            declaration = declaration.AddMembers(SyntaxFactory.ParseMemberDeclaration(Constant(pair))!.WithLeadingTrivia(SyntaxFactory.Whitespace(indent)).WithTrailingTrivia(SyntaxFactory.EndOfLine(lineEnd)));
        return declaration;
    }

    private static string Constant(KeyValuePair<string, string> pair) => $"public const string {pair.Value} = \"{pair.Key}\";";

    private static string NewFile(SortedDictionary<string, string> names) =>
        $"namespace {ResponseFormat.Namespace};\n\nstatic partial class ErrorCodes\n{{\n{string.Concat(names.Select(static pair => $"    {Constant(pair)}\n"))}}}\n";
}
