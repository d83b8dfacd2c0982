using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Hosting;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Contract;

/// <summary>BST2007: requests that are validated before the handler runs, and answered by ASP.NET Core in its own format.</summary>
internal sealed class ValidationOutsideEnvelope() : Analysis(RuleCatalog.ValidationOutsideEnvelope)
{
    private static readonly string[] Answering = ["InvalidModelStateResponseFactory", "SuppressModelStateInvalidFilter"];

    private static readonly string[] Writers = ["AddApiEnvelope", "IProblemDetailsWriter", "IProblemDetailsService", "CustomizeProblemDetails"];

    public override void Start(RuleRegistration registration, Models models)
    {
        var compilation = registration.Compilation;
        // Asked where such a call is seen: to find a type by its name reads the declarations of every file.
        var isMeant = new Fact<bool>(_ => compilation.GetTypeByMetadataName("BackendStandards.ApiEnvelopeExtensions") is not null && !TestCode.Is(compilation, registration.Options));
        var isAnswered = new Fact<bool>(cancellation => IsAnswered(models.Endpoints, cancellation));
        var isRegistered = new Fact<bool>(cancellation => IsRegistered(models.Endpoints, cancellation));
        registration.OnOperation(context =>
        {
            var call = (IInvocationOperation)context.Operation;
            var ofControllers = call.TargetMethod.Name is "AddControllers" or "AddControllersWithViews";
            if ((!ofControllers && call.TargetMethod.Name != "AddValidation") || !AspNet.IsKnown(call.TargetMethod) || !isMeant.Get(context.CancellationToken)) return;
            var style = ResponseFormat.Style.Read(context.Options.AnalyzerConfigOptionsProvider.GetOptions(call.Syntax.SyntaxTree));
            if (style is not (ResponseStyle.Auto or ResponseStyle.Envelope) || (ofControllers ? isAnswered : isRegistered).Get(context.CancellationToken)) return;
            var place = call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? access.Name : call.Syntax;
            context.ReportDiagnostic(Diagnostic.Create(RuleCatalog.ValidationOutsideEnvelope, place.GetLocation(), ofControllers ? "controllers" : "services"));
        }, OperationKind.Invocation);
    }

    private static bool IsAnswered(EndpointModel model, CancellationToken cancellation) =>
        Answering.Any(name => model.Code.WrittenTreesWith(name, cancellation).Any())
        || ResponseFormat.ControllersMayBeWrapped(model, cancellation)
        || !model.Code.WrittenTreesWith("ApiController", cancellation).Any();

    // The validation of minimal APIs hands what it finds to the problem details, of which the envelope is a writer once it is registered.
    private static bool IsRegistered(EndpointModel model, CancellationToken cancellation) =>
        Writers.Any(name => model.Code.WrittenTreesWith(name, cancellation).Any())
        || (model.Code.Compilation.GetEntryPoint(cancellation) is not null && model.Hosting.MayHoldMore(HostSide.Services, cancellation));
}
