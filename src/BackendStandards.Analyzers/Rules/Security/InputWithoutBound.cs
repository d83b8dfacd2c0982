using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Configuration;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Index;
using BackendStandards.Analyzers.Roslyn;
using BackendStandards.Analyzers.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>BST3003: a text, list or quantity that a request may make as large as it likes. It is reported where the member of the model is declared, once, whichever endpoints take it.</summary>
internal sealed class InputWithoutBound() : Analysis(RuleCatalog.InputWithoutBound)
{
    /// <summary>The finding's property that holds the annotation that would bound the value, where annotations are read.</summary>
    public const string Annotation = nameof(Annotation);

    internal static readonly Option<int> TextLength = Option.Number("bst3003.text_length", SizeLimits.Default.Text, "How many letters the fix allows in a text whose name says nothing of its own.");
    internal static readonly Option<int> ListLength = Option.Number("bst3003.list_length", SizeLimits.Default.List, "How many elements the fix allows in a list.");
    internal static readonly Option<int> PageSize = Option.Number("bst3003.page_size", SizeLimits.Default.Page, "How many rows of a page the fix allows.");

    private static readonly Func<TreeIndex, SyntaxNode, IReadOnlyList<TypeDeclarationSyntax>> Fillable = static (_, root) =>
        [.. root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<TypeDeclarationSyntax>().Where(IsFillable)];

    public override void Start(RuleRegistration registration, Models models)
    {
        var compilation = registration.Compilation;
        // What a test maps is for that test.
        if (!AspNet.IsReferenced(compilation) || TestCode.Is(compilation, registration.Options)) return;
        var uses = new RequestUses(models.Endpoints);
        registration.OnDocument(document =>
        {
            var tree = document.SemanticModel.SyntaxTree;
            if (AspNet.IsEnvelope(tree)) return;
            var gate = new Lazy<RequestGate>(() => new RequestGate(models.EndpointsIn(document)));
            foreach (var declaration in TreeIndex.Of(tree, document.CancellationToken).Derived(tree, Fillable, document.CancellationToken))
                if (document.SemanticModel.GetDeclaredSymbol(declaration, document.CancellationToken) is INamedTypeSymbol type)
                    CheckModel(type, declaration, uses, gate, document);
        });
    }

    // A record with parameters, or a class with something to set.
    private static bool IsFillable(TypeDeclarationSyntax declaration) => declaration switch
    {
        RecordDeclarationSyntax { ParameterList.Parameters.Count: > 0 } => true,
        ClassDeclarationSyntax or RecordDeclarationSyntax or StructDeclarationSyntax => declaration.Members.Any(static member => member is PropertyDeclarationSyntax { AccessorList.Accessors: var accessors } property
            && property.Modifiers.Any(SyntaxKind.PublicKeyword) && accessors.Any(static accessor => accessor.Kind() is SyntaxKind.SetAccessorDeclaration or SyntaxKind.InitAccessorDeclaration)),
        _ => false,
    };

    private static void CheckModel(INamedTypeSymbol type, TypeDeclarationSyntax declaration, RequestUses uses, Lazy<RequestGate> gate, SemanticModelAnalysisContext document)
    {
        var cancellation = document.CancellationToken;
        IReadOnlyList<RequestUse>? ways = null;
        var limits = Limits(document.Options.AnalyzerConfigOptionsProvider.GetOptions(declaration.SyntaxTree));
        foreach (var member in InputTypes.MembersOf(type))
        {
            if (!AspNet.Same(member.Property.ContainingType, type) || PlaceOf(member, declaration, cancellation) is not { } place || member.Attributes.Any(MayBound)) continue;
            if (ConstraintTable.BoundFor(member.Property.Name, member.Property.Type, member.Kind, limits) is not { } bound) continue;
            ways ??= uses.Of(type, cancellation);
            if (ways.Count == 0) return;
            if (ways.FirstOrDefault(way => IsTaken(member.Kind, way.SourceOf(member.Property), way.Endpoint, cancellation) && gate.Value.LetsThrough(way, member, type)) is not { } open) continue;
            var properties = gate.Value.ReadsAnnotations(open) ? ImmutableDictionary<string, string?>.Empty.Add(Annotation, bound.Attribute) : ImmutableDictionary<string, string?>.Empty;
            document.ReportDiagnostic(Diagnostic.Create(RuleCatalog.InputWithoutBound, place, properties, member.Property.Name, type.Name, SizeOf(member.Kind), gate.Value.Advice(open, bound)));
        }
    }

    /// <summary>What the options of a document say.</summary>
    public static SizeLimits Limits(AnalyzerConfigOptions options) => new(TextLength.Read(options), ListLength.Read(options), PageSize.Read(options));

    /// <summary>What is unbounded, in words.</summary>
    public static string SizeOf(InputKind kind) => kind switch
    {
        InputKind.Text => "a text of any length",
        InputKind.Collection => "a list of any length",
        _ => "any number",
    };

    // In this declaration, and without accessors of its own: those may do anything.
    private static Location? PlaceOf(InputMember member, TypeDeclarationSyntax declaration, CancellationToken cancellation)
    {
        if (member.Property.DeclaringSyntaxReferences.FirstOrDefault() is not { } reference || reference.SyntaxTree != declaration.SyntaxTree || !declaration.Span.Contains(reference.Span)) return null;
        return reference.GetSyntax(cancellation) switch
        {
            PropertyDeclarationSyntax { ExpressionBody: null, AccessorList: { } accessors } property when accessors.Accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null }) => property.Identifier.GetLocation(),
            ParameterSyntax parameter => parameter.Identifier.GetLocation(),
            _ => null,
        };
    }

    /// <summary>Whether an attribute is a constraint, and none of those that say nothing of the size; a converter or binder of the application's own may say anything.</summary>
    public static bool MayBound(AttributeData attribute) => attribute.AttributeClass?.Name is "JsonConverterAttribute" or "ModelBinderAttribute" || ModelConstraints.IsMark(attribute)
        || (ModelConstraints.IsConstraint(attribute) && attribute.AttributeClass is not { Name: "RequiredAttribute" or "EmailAddressAttribute" or "PhoneAttribute" or "UrlAttribute" or "MinLengthAttribute" or "Base64StringAttribute" });

    /// <summary>Whether the size of a value of a source is for the application to bound: a text or list in the URL is as long as the server lets URLs be, a number there as large as anywhere.</summary>
    public static bool IsTaken(InputKind kind, BindingSource source, Endpoint endpoint, CancellationToken cancellation) => source switch
    {
        BindingSource.Body or BindingSource.Form => true,
        BindingSource.Query => kind == InputKind.Number,
        BindingSource.Model => kind == InputKind.Number || endpoint.Verbs(cancellation)?.Any(static verb => verb is "POST" or "PUT" or "PATCH") == true,
        _ => false,
    };
}
