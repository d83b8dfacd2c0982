using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Validation;
using BackendStandards.CodeFixes.Input;
using BackendStandards.CodeFixes.Rules.Security;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Rules.Api;

/// <summary>BST1003: takes the value from the query, where a query can hold it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class BodyOfBodilessVerbFix : CodeFixProvider
{
    private static readonly SingleEdit Fix = new("Take it from the query", "BST1003.Query", EditAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleCatalog.BodyOfBodilessVerb.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.All;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static async Task<Document?> EditAsync(Document document, SyntaxNode node, Diagnostic finding, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<ParameterSyntax>() is not { } parameter || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model) return null;
        if (model.GetDeclaredSymbol(parameter, cancellation) is not IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } handler } symbol) return null;
        var written = parameter.AttributeLists.SelectMany(list => list.Attributes).FirstOrDefault(attribute => attribute.Name.ToString() is "FromBody" or "FromBodyAttribute");
        if (written is null || NameFor(symbol.Type, Symbols.Derives(handler.ContainingType, "ControllerBase")) is not { } name) return null;
        var changed = SyntaxFactory.Attribute(SyntaxFactory.IdentifierName(name)).WithTriviaFrom(written);
        return await CheckedEdit.ReplaceAsync(document, written, changed, name == "AsParameters" ? ["Microsoft.AspNetCore.Http"] : [], cancellation).ConfigureAwait(false);
    }

    private static string? NameFor(ITypeSymbol type, bool isAction)
    {
        if (IsText(type)) return "FromQuery";
        if (isAction && InputTypes.ElementOf(type) is { } element && BindingTypes.IsParsable(element)) return "FromQuery";
        if (type is not INamedTypeSymbol model || InputTypes.ModelOf(type) is not { } own || !AspNet.Same(own, model)) return null;
        // Both ways of binding want one constructor, and each member in one piece of text.
        if (model.InstanceConstructors.Count(constructor => constructor.DeclaredAccessibility == Accessibility.Public) != 1) return null;
        var members = InputTypes.MembersOf(model).ToList();
        if (members.Count == 0 || !members.TrueForAll(member => IsText(member.Property.Type) && !BindingAttributes.Explicit(member.Property).HasValue)) return null;
        if (isAction) return "FromQuery";
        // A member that is missing is refused there, whatever it is initialised with.
        return members.Exists(member => member.Property.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is PropertyDeclarationSyntax { Initializer: not null })) ? null : "AsParameters";
    }

    private static bool IsText(ITypeSymbol type) => BindingTypes.IsParsable(type) || (type is IArrayTypeSymbol { ElementType: var element } && BindingTypes.IsParsable(element));
}
