using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Hosting;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Contract;

/// <summary>BST2090: the envelope is registered, and nothing switches it on.</summary>
internal sealed class EnvelopeNotInPipeline() : Analysis(RuleCatalog.EnvelopeNotInPipeline)
{
    public override void Start(RuleRegistration registration, Models models)
    {
        var compilation = registration.Compilation;
        if (!AspNet.IsReferenced(compilation) || TestCode.Is(compilation, registration.Options)) return;
        // Both look at every tree, and nearly no document asks: not at the start. Without an entry point the pipeline is built elsewhere.
        var isUsed = new Fact<bool>(cancellation => compilation.GetEntryPoint(cancellation) is null
            || models.Code.WrittenTreesWith("UseApiEnvelope", cancellation).Any()
            || models.Endpoints.Hosting.MayHoldMore(HostSide.Pipeline, cancellation));
        registration.OnOperation(context =>
        {
            var call = (IInvocationOperation)context.Operation;
            if (call.TargetMethod is not { Name: "AddApiEnvelope", ContainingType: { Name: "ApiEnvelopeExtensions", ContainingNamespace: { Name: "BackendStandards", ContainingNamespace.IsGlobalNamespace: true } } }) return;
            if ((call.TargetMethod.ReducedFrom ?? call.TargetMethod).Parameters[0].Type.Name != "IServiceCollection" || isUsed.Get(context.CancellationToken)) return;
            var place = call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? access.Name : call.Syntax;
            context.ReportDiagnostic(Diagnostic.Create(RuleCatalog.EnvelopeNotInPipeline, place.GetLocation()));
        }, OperationKind.Invocation);
    }
}
