using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Logging;
using BackendStandards.CodeFixes.Input;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.CodeFixes.Rules.Reliability;

/// <summary>Fixes BST6002: writes the object's identifier in the place of the object.</summary>
[ExportCodeFixProvider(Microsoft.CodeAnalysis.LanguageNames.CSharp)]
public sealed class ObjectWithSensitiveMembersLoggedFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Log the identifier instead of the object", "BST6002.Identifier", static (document, node, _, cancellation) => ApplyAsync(document, node, cancellation));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.ObjectWithSensitiveMembersLogged.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.All;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> ApplyAsync(Document document, SyntaxNode node, CancellationToken cancellation)
    {
        if (node is not ExpressionSyntax value
            || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model) return null;
        var whole = value is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } serialized } ? serialized[0].Expression : value;
        // An identifier of the object: of a call it would be asked for twice, of null there is none.
        if (!Purity.Holds(whole) || model.GetTypeInfo(whole, cancellation) is not { Type: INamedTypeSymbol type, Nullability.FlowState: not NullableFlowState.MaybeNull } || IdentifierOf(type) is not { } identifier) return null;
        var changed = SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, whole.WithoutTrivia(), SyntaxFactory.IdentifierName(identifier)).WithTriviaFrom(value);
        if (value.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list } argument) return document.WithSyntaxRoot(root.ReplaceNode(value, changed));
        var newCall = call.ReplaceNode(value, changed);
        if (model.GetOperation(call, cancellation) is IInvocationOperation operation && LogStatements.Read(operation) is { Message.Syntax: ArgumentSyntax { Expression: LiteralExpressionSyntax template } message })
            newCall = newCall.ReplaceNode(newCall.ArgumentList.Arguments[list.Arguments.IndexOf(message)].Expression, Renamed(template, list.Arguments.IndexOf(argument) - list.Arguments.IndexOf(message) - 1, identifier));
        return document.WithSyntaxRoot(root.ReplaceNode(call, newCall));
    }

    private static string? IdentifierOf(INamedTypeSymbol type)
    {
        for (var up = type; up is not null; up = up.BaseType)
            foreach (var member in up.GetMembers())
                if (member is IPropertySymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null } && (member.Name == "Id" || member.Name == $"{type.Name}Id")) return member.Name;
        return null;
    }

    // {@Order} becomes {OrderId}.
    private static LiteralExpressionSyntax Renamed(LiteralExpressionSyntax template, int index, string identifier)
    {
        var token = template.Token.Text;
        var holes = MessageTemplate.HolesOf(token);
        if (index < 0 || index >= holes.Length || holes[index].IsNumbered) return template;
        var hole = holes[index];
        var name = hole.Name.EndsWith(identifier, StringComparison.Ordinal) ? hole.Name : identifier == "Id" ? hole.Name + identifier : identifier;
        var inside = token.Substring(hole.Start + 1, hole.Length - 2).TrimStart('@', '$');
        var text = token.Remove(hole.Start, hole.Length).Insert(hole.Start, "{" + name + inside.Substring(hole.Name.Length) + "}");
        return SyntaxFactory.ParseExpression(text) is LiteralExpressionSyntax literal ? literal.WithTriviaFrom(template) : template;
    }
}
