using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Contract;

/// <summary>BST2007: controllers whose requests are validated by themselves, and answered by ASP.NET Core in its own format.</summary>
internal sealed class ValidationOutsideEnvelope() : Analysis(RuleCatalog.ValidationOutsideEnvelope)
{
    private static readonly string[] Answering = ["InvalidModelStateResponseFactory", "SuppressModelStateInvalidFilter"];

    public override void Start(RuleRegistration registration, Models models)
    {
        var compilation = registration.Compilation;
        if (compilation.GetTypeByMetadataName("BackendStandards.ApiEnvelopeExtensions") is null || TestCode.Is(compilation, registration.Options)) return;
        var isAnswered = new Fact<bool>(cancellation => IsAnswered(models.Endpoints, cancellation));
        registration.OnOperation(context =>
        {
            var call = (IInvocationOperation)context.Operation;
            if (call.TargetMethod.Name is not ("AddControllers" or "AddControllersWithViews") || !AspNet.IsKnown(call.TargetMethod)) return;
            var style = ResponseFormat.Style.Read(context.Options.AnalyzerConfigOptionsProvider.GetOptions(call.Syntax.SyntaxTree));
            if (style is not (ResponseStyle.Auto or ResponseStyle.Envelope) || isAnswered.Get(context.CancellationToken)) return;
            var place = call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? access.Name : call.Syntax;
            context.ReportDiagnostic(Diagnostic.Create(RuleCatalog.ValidationOutsideEnvelope, place.GetLocation()));
        }, OperationKind.Invocation);
    }

    private static bool IsAnswered(EndpointModel model, CancellationToken cancellation) =>
        Answering.Any(name => model.Code.TreesWith(name, cancellation).Any(ResponseFormat.IsWritten))
        || ResponseFormat.ControllersMayBeWrapped(model, cancellation)
        || !model.Code.TreesWith("ApiController", cancellation).Any(ResponseFormat.IsWritten);
}
