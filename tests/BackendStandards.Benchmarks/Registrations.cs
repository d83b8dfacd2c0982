using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Benchmarks;

/// <summary>
/// What an analyzer listens to in a compilation. An action of another kind than these has no recorder here and throws, so that the empty analyzer
/// cannot fall behind unseen.
/// </summary>
internal sealed class Registrations
{
    public List<ImmutableArray<OperationKind>> Operations { get; } = [];

    public List<ImmutableArray<SymbolKind>> Symbols { get; } = [];

    public List<ImmutableArray<SyntaxKind>> Syntax { get; } = [];

    public int Documents { get; private set; }

    public int Trees { get; private set; }

    public static Registrations Of(DiagnosticAnalyzer analyzer, Compilation compilation)
    {
        var registrations = new Registrations();
        var context = new Initialization();
        analyzer.Initialize(context);
        foreach (var start in context.Starts) start(new Start(registrations, compilation));
        return registrations;
    }

    private sealed class Initialization : AnalysisContext
    {
        public List<Action<CompilationStartAnalysisContext>> Starts { get; } = [];

        public override void EnableConcurrentExecution() { }

        public override void ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags analysisMode) { }

        public override void RegisterCompilationStartAction(Action<CompilationStartAnalysisContext> action) => Starts.Add(action);

        public override void RegisterCompilationAction(Action<CompilationAnalysisContext> action) => throw new NotSupportedException();

        public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action) => throw new NotSupportedException();

        public override void RegisterCodeBlockStartAction<TLanguageKindEnum>(Action<CodeBlockStartAnalysisContext<TLanguageKindEnum>> action) => throw new NotSupportedException();

        public override void RegisterSemanticModelAction(Action<SemanticModelAnalysisContext> action) => throw new NotSupportedException();

        public override void RegisterSymbolAction(Action<SymbolAnalysisContext> action, ImmutableArray<SymbolKind> symbolKinds) => throw new NotSupportedException();

        public override void RegisterSyntaxNodeAction<TLanguageKindEnum>(Action<SyntaxNodeAnalysisContext> action, ImmutableArray<TLanguageKindEnum> syntaxKinds) => throw new NotSupportedException();

        public override void RegisterSyntaxTreeAction(Action<SyntaxTreeAnalysisContext> action) => throw new NotSupportedException();
    }

    private sealed class Start(Registrations registrations, Compilation compilation) : CompilationStartAnalysisContext(compilation, new AnalyzerOptions([]), default)
    {
        public override void RegisterOperationAction(Action<OperationAnalysisContext> action, ImmutableArray<OperationKind> operationKinds) => registrations.Operations.Add(operationKinds);

        public override void RegisterSymbolAction(Action<SymbolAnalysisContext> action, ImmutableArray<SymbolKind> symbolKinds) => registrations.Symbols.Add(symbolKinds);

        public override void RegisterSyntaxNodeAction<TLanguageKindEnum>(Action<SyntaxNodeAnalysisContext> action, ImmutableArray<TLanguageKindEnum> syntaxKinds) =>
            registrations.Syntax.Add([.. syntaxKinds.Select(kind => (SyntaxKind)(object)kind)]);

        public override void RegisterSemanticModelAction(Action<SemanticModelAnalysisContext> action) => registrations.Documents++;

        public override void RegisterSyntaxTreeAction(Action<SyntaxTreeAnalysisContext> action) => registrations.Trees++;

        // The corpora are sources alone.
        public override void RegisterAdditionalFileAction(Action<AdditionalFileAnalysisContext> action) { }

        public override void RegisterCompilationEndAction(Action<CompilationAnalysisContext> action) => throw new NotSupportedException();

        public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action) => throw new NotSupportedException();

        public override void RegisterCodeBlockStartAction<TLanguageKindEnum>(Action<CodeBlockStartAnalysisContext<TLanguageKindEnum>> action) => throw new NotSupportedException();
    }
}
