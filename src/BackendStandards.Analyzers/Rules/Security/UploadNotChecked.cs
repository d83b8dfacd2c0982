using System.Collections.Immutable;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Configuration;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Endpoints.Facts;
using BackendStandards.Analyzers.Index;
using BackendStandards.Analyzers.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>BST3005: a file that is uploaded and saved without a look at its length, its type or its name.</summary>
internal sealed class UploadNotChecked() : EndpointRule(RuleCatalog.UploadNotChecked)
{
    public static readonly Option<ImmutableHashSet<string>> Scanners = Option.List(
        "bst3005.scanners", "Words in the names of methods and types that look for malware: an upload that goes through one of them is checked.", "scan", "virus", "malware", "clam", "defender");

    /// <summary>The property of a finding that names what its fix adds.</summary>
    internal const string Adds = nameof(Adds);
    internal const string Length = "length";
    internal const string Type = "type";
    internal const string Name = "name";

    private static readonly string[] Middleware = ["RequestDelegate", "IMiddleware"];
    private static readonly string[] FormWords = ["Files", "ReadFormAsync", "HasFormContentType", "IFormFeature"];

    public override void Check(Endpoint endpoint, EndpointContext context)
    {
        if (endpoint.Kind is not (EndpointKind.Minimal or EndpointKind.Controller or EndpointKind.FastEndpoint) || endpoint.Handler is not { } handler
            || handler.DeclaringSyntaxReferences.FirstOrDefault(reference => context.IsHere(reference.SyntaxTree)) is not { } declared || !MayTakeFiles(handler, declared.SyntaxTree, context)) return;
        if (IsCheckedOutside(endpoint, handler, context) || HandlerFunction.Of(endpoint, context, static _ => false).FirstOrDefault() is not { } function) return;
        var trace = new UploadTrace(context.Model.Code, context.Read(Scanners), context.Cancellation);
        trace.Enter(handler, function.Root, new Dictionary<ISymbol, UploadPart>(SymbolEqualityComparer.Default));
        if (trace.GoesElsewhere || trace.Saves.Count == 0) return;
        var lacks = new List<(string Adds, string Advice)>();
        if (!trace.BoundsLength && IsUnlimited(endpoint, context)) lacks.Add((Length, "limit its length"));
        // What is in a temporary file is read by somebody else, and served to nobody.
        if (!trace.ChecksType && !trace.IsTemporary) lacks.Add((Type, "let in the types only that are meant"));
        if (trace.KeepsName) lacks.Add((Name, "give it a name of your own instead of the client's"));
        if (lacks.Count == 0) return;
        var advice = string.Join(", ", lacks.Select(static lack => lack.Advice));
        var (place, others) = PlaceOf(trace.Saves[0], handler, declared, context);
        context.ReportAt(this, place, others, ImmutableDictionary<string, string?>.Empty.Add(Adds, string.Join(",", lacks.Select(static lack => lack.Adds))), context.Describe(endpoint), advice);
    }

    // By spelling, before anything is bound.
    private bool MayTakeFiles(IMethodSymbol handler, SyntaxTree tree, EndpointContext context) =>
        context.RememberForAll(this, nameof(UploadTypes), () => UploadTypes.Names.Any(name => context.Model.Code.WrittenTreesWith(name, context.Cancellation).Any()))
        && (UploadTypes.Names.Any(TreeIndex.Of(tree, context.Cancellation).Mentions) || handler.Parameters.Any(static parameter => UploadTypes.Hold(parameter.Type)));

    // The save, where it is in this document; else where the handler says that it takes files.
    private static (Location Place, IEnumerable<Location> Others) PlaceOf(IOperation save, IMethodSymbol handler, SyntaxReference declared, EndpointContext context)
    {
        var name = save.Syntax is InvocationExpressionSyntax call ? TreeIndex.NameOf(call).GetLocation() : save.Syntax.GetLocation();
        if (context.IsHere(save.Syntax.SyntaxTree)) return (name, []);
        var parameter = handler.Parameters.FirstOrDefault(static one => UploadTypes.Hold(one.Type))?.DeclaringSyntaxReferences.FirstOrDefault();
        return (((parameter ?? declared).GetSyntax(context.Cancellation) is MethodDeclarationSyntax method ? method.Identifier.GetLocation() : (parameter ?? declared).GetSyntax(context.Cancellation).GetLocation()), [name]);
    }

    private static bool IsUnlimited(Endpoint endpoint, EndpointContext context)
    {
        if (endpoint.FormSize(context.Cancellation).State != PolicyState.No) return false;
        var size = endpoint.RequestSize(context.Cancellation).State;
        return size == PolicyState.Disabled || (size == PolicyState.No && UploadWithoutSizeLimit.NothingIsLimited(context));
    }

    // An attribute of the application's own, a validator, or a filter may have a look; one that is not seen too.
    private bool IsCheckedOutside(Endpoint endpoint, IMethodSymbol handler, EndpointContext context) =>
        context.RememberForAll(this, nameof(Middleware), () => LooksAtAll(context)) || handler.Parameters.Where(static parameter => UploadTypes.Hold(parameter.Type)).Any(parameter => HasOwnAttribute(parameter) || EndpointInputs.IsMarked(endpoint, parameter) || UploadTypes.FileMembers(parameter.Type).Any(HasOwnAttribute)
            || (InputTypes.ModelOf(parameter.Type) is { } model && (context.Validators.Exist(model, context.Cancellation) || InputTypes.Closure(model).Any(static type => type.AllInterfaces.Any(static one => one.Name == "IValidatableObject")))))
        || (endpoint.Kind == EndpointKind.Minimal && !endpoint.HasOnlySeenConventions(context.Cancellation))
        || endpoint.Filters(context.Cancellation).Any(filter => filter is null || !AspNet.IsKnown(filter))
        || (endpoint.Controller is { } controller && (IsFromElsewhere(controller) || context.Model.Hosting.Access.FiltersForAll(context.Cancellation).Any(filter => FilterTypes.MayValidate(filter, context.Cancellation))));

    // A middleware of the application's own that reads forms.
    private static bool LooksAtAll(EndpointContext context) => Middleware.SelectMany(name => context.Model.Code.Mentioning(name, context.Cancellation))
        .Any(static written => !AspNet.IsEnvelope(written.Tree) && FormWords.Any(written.Index.Mentions));

    // A base class of another assembly may look at every request before its actions do.
    private static bool IsFromElsewhere(INamedTypeSymbol controller)
    {
        for (var type = controller.BaseType; type is { SpecialType: SpecialType.None } && !AspNet.IsKnown(type); type = type.BaseType)
            if (!AspNet.InSource(type)) return true;
        return false;
    }

    private static bool HasOwnAttribute(ISymbol symbol) => symbol.GetAttributes().Any(attribute => attribute.AttributeClass is { } type && (!AspNet.IsKnown(type) || type.Name == "FileExtensionsAttribute"));
}
