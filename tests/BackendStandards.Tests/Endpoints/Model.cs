using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Hosting;
using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BackendStandards.Tests.Endpoints;

/// <summary>The endpoint model over sources in memory, without any analyzer.</summary>
internal sealed class Model
{
    private readonly EndpointModel _model;

    private Model(Compilation compilation)
    {
        Compilation = compilation;
        _model = new EndpointModel(new CodeBase(compilation));
    }

    public Compilation Compilation { get; }

    public CodeBase Code => _model.Code;

    public static Model Of(params string[] sources) => With([], sources);

    /// <summary>As <see cref="OfValid"/>, with another assembly of the application, which is referenced as a compiled one.</summary>
    public static Model Referencing(string assembly, params string[] sources) => ReferencingAs("Contoso.Shared", assembly, sources);

    /// <summary>As <see cref="Referencing"/>, with the name of the other assembly: that of a library is trusted.</summary>
    public static Model ReferencingAs(string name, string assembly, params string[] sources)
    {
        var other = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(assembly, Prelude.ParseOptions), CSharpSyntaxTree.ParseText(Prelude.Usings, Prelude.ParseOptions)],
            References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        Assert.Empty(other.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var model = With([MetadataReference.CreateFromImage(image.ToArray())], sources);
        Assert.Empty(model.Compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return model;
    }

    private static Model With(MetadataReference[] more, string[] sources)
    {
        var trees = sources.Append(Prelude.Usings).Select((source, i) => CSharpSyntaxTree.ParseText(source, Prelude.ParseOptions, $"Test{i}.cs"));
        return new Model(CSharpCompilation.Create("Test", trees, [.. References.All, .. more], Prelude.OptionsFor(sources)));
    }

    /// <summary>As <see cref="Of"/>, where the sources must compile: a model test over broken code would prove nothing.</summary>
    public static Model OfValid(params string[] sources)
    {
        var model = Of(sources);
        Assert.Empty(model.Compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return model;
    }

    public IReadOnlyList<Endpoint> All => _model.All(CancellationToken.None);

    /// <summary>Each endpoint as <c>GET,POST /route</c>; <c>*</c> is any verb, <c>?</c> an unknown one.</summary>
    public string[] Lines => [.. All.Select(Line).Order(StringComparer.Ordinal)];

    public string[] DeclaredIn(int file) => [.. _model.DeclaredIn(Compilation.SyntaxTrees.ElementAt(file), CancellationToken.None).Select(Line).Order(StringComparer.Ordinal)];

    public string[] Concerning(int file) => [.. _model.Concerning(Compilation.SyntaxTrees.ElementAt(file), CancellationToken.None).Select(Line).Order(StringComparer.Ordinal)];

    public Endpoint Only => Assert.Single(All);

    public string[] Bindings(string route) =>
        [.. All.Single(endpoint => endpoint.Route(CancellationToken.None).ToString() == route).Parameters(CancellationToken.None).Select(parameter => $"{parameter.Name}: {parameter.Source}")];

    public string[] Versions => [.. All.Select(endpoint => $"{endpoint.Route(CancellationToken.None)}: {endpoint.DeclaresVersion(CancellationToken.None)}").Order(StringComparer.Ordinal)];

    public HostingModel Hosting => _model.Hosting;

    /// <summary>One fact of each endpoint, as <c>/route: fact</c>.</summary>
    public string[] Each(Func<Endpoint, object?> fact) => [.. All.Select(endpoint => $"{endpoint.Route(CancellationToken.None)}: {fact(endpoint)}").Order(StringComparer.Ordinal)];

    public string[] Authorization => Each(endpoint => endpoint.Authorization(CancellationToken.None).State);

    private static string Line(Endpoint endpoint)
    {
        var verbs = endpoint.Verbs(CancellationToken.None);
        var text = verbs is null ? "?" : verbs.Count == 0 ? "*" : string.Join(",", verbs.Order(StringComparer.Ordinal));
        return $"{text} {endpoint.Route(CancellationToken.None)}";
    }
}
