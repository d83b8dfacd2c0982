using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BackendStandards.Benchmarks;

/// <summary>Listens to what another analyzer listens to and does nothing: what the compiler charges for being called at all.</summary>
#pragma warning disable RS1036, RS1038, RS1041, RS2008 // This program alone makes it and runs it: no compiler ever loads it.
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class EmptyAnalyzer(Registrations registrations) : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new("EMPTY", "Empty", "Empty", "Empty", DiagnosticSeverity.Warning, isEnabledByDefault: true);
#pragma warning restore RS1036, RS1038, RS1041, RS2008

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            foreach (var kinds in registrations.Operations) start.RegisterOperationAction(static _ => { }, kinds);
            foreach (var kinds in registrations.Symbols) start.RegisterSymbolAction(static _ => { }, kinds);
            foreach (var kinds in registrations.Syntax) start.RegisterSyntaxNodeAction(static _ => { }, kinds);
            for (var i = 0; i < registrations.Documents; i++) start.RegisterSemanticModelAction(static _ => { });
            for (var i = 0; i < registrations.Trees; i++) start.RegisterSyntaxTreeAction(static _ => { });
        });
    }
}
