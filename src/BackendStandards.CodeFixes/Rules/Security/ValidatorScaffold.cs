using System.Text;
using BackendStandards.Analyzers.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Security;

/// <summary>Writes a FluentValidation validator behind a model, with the rules that the names and types of its members suggest.</summary>
internal static class ValidatorScaffold
{
    /// <summary>Whether a validator can be written for a model.</summary>
    public static bool Fits(INamedTypeSymbol model, Compilation compilation) =>
        !model.IsGenericType && compilation.GetTypeByMetadataName("FluentValidation.AbstractValidator`1") is not null
        && model.ContainingSymbol is INamespaceOrTypeSymbol container && container.GetMembers(NameFor(model)).IsEmpty && RulesOf(model).Count > 0;

    /// <summary>The unit that declares the model, with the validator behind it.</summary>
    public static SyntaxNode Write(SyntaxNode root, TypeDeclarationSyntax declaration, INamedTypeSymbol model)
    {
        var lineEnd = root.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } found ? found.ToString() : "\n";
        var indent = declaration.GetLeadingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).ToString();
        var text = new StringBuilder();
        void Line(int depth, string line) => text.Append(indent).Append(' ', depth * 4).Append(line).Append(lineEnd);
        text.Append(lineEnd);
        Line(0, $"{(model.DeclaredAccessibility == Accessibility.Public ? "public" : "internal")} sealed class {NameFor(model)} : AbstractValidator<{model.Name}>");
        Line(0, "{");
        Line(1, $"public {NameFor(model)}()");
        Line(1, "{");
        foreach (var rule in RulesOf(model)) Line(2, rule);
        Line(1, "}");
        Line(0, "}");
        var validator = SyntaxFactory.ParseMemberDeclaration(text.ToString())!;
        if (!declaration.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia)) validator = validator.WithLeadingTrivia(validator.GetLeadingTrivia().Insert(0, SyntaxFactory.EndOfLine(lineEnd)));
        var changed = root.InsertNodesAfter(declaration, [validator]);
        return changed is CompilationUnitSyntax unit ? UsingDirectives.Add(unit, "FluentValidation") : changed;
    }

    private static string NameFor(INamedTypeSymbol model) => model.Name + "Validator";

    private static List<string> RulesOf(INamedTypeSymbol model) =>
        [.. from member in InputTypes.MembersOf(model)
            let rules = ConstraintTable.For(member).Select(constraint => constraint.Rule).OfType<string>().ToList()
            where rules.Count > 0
            select $"RuleFor(request => request.{member.Property.Name}).{string.Join(".", rules)};"];
}
