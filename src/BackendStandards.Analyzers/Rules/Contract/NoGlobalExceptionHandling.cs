using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Contract;

/// <summary>BST2006: an application with endpoints in which nothing handles what they throw. Reported once, where the application is run.</summary>
internal sealed class NoGlobalExceptionHandling() : HostRule(RuleCatalog.NoGlobalExceptionHandling, Anchors)
{
    // What may handle exceptions in forms that take any shape: their names alone are enough to be silent. The envelope handles them, and BST2090 says where it is not used.
    private static readonly string[] Signs =
        ["IExceptionFilter", "IAsyncExceptionFilter", "ExceptionFilterAttribute", "ExceptionHandled", "IExceptionHandlerFeature", "IExceptionHandlerPathFeature", "IExceptionHandler", "IStartupFilter", "IErrorFilter", "AddApiEnvelope", "UseApiEnvelope"];

    // Filters of endpoints and groups, which handle where they catch.
    internal static readonly string[] EndpointFilters = ["IEndpointFilter", "AddEndpointFilter", "AddEndpointFilterFactory"];

    public override void Check(HostContext context)
    {
        if (context.Anchor() is InvocationExpressionSyntax anchor && !MayHandle(context) && ApiEndpoints.Exist(context)) context.Report(this, anchor);
    }

    private static bool MayHandle(HostContext context)
    {
        var (hosting, cancellation) = (context.Hosting, context.Cancellation);
        return hosting.Uses("UseExceptionHandler", cancellation) != Answer.No || hosting.Registers("AddExceptionHandler", cancellation) != Answer.No
            || Signs.Any(name => context.Model.Code.WrittenTreesWith(name, cancellation).Any())
            || hosting.Startup(cancellation).Calls.Any(call => MayHandle(call, context))
            || EndpointFilters.Any(name => context.Model.Code.WrittenTreesWith(name, cancellation).Any(tree => Catches(tree.GetRoot(cancellation))));
    }

    private static bool MayHandle(HostCall call, HostContext context) => call.Name switch
    {
        "UseDeveloperExceptionPage" => false,
        "UseMiddleware" => MiddlewareMayCatch(call.Call, context),
        "Use" or "UseWhen" => call.Call.Arguments.Any(argument => MayCatch(Values.Unwrap(argument.Value), context)),
        var name => call.Side == HostSide.Pipeline && (name.Contains("Exception") || name.Contains("Error") || name.Contains("ProblemDetails")),
    };

    private static bool MiddlewareMayCatch(IInvocationOperation call, HostContext context)
    {
        var type = call.TargetMethod.TypeArguments.FirstOrDefault() ?? call.Arguments.Select(argument => Values.Unwrap(argument.Value)).OfType<ITypeOfOperation>().FirstOrDefault()?.TypeOperand;
        for (; type is not null && AspNet.InSource(type); type = type.BaseType)
            if (type.DeclaringSyntaxReferences.Any(declaration => Catches(declaration.GetSyntax(context.Cancellation))))
                return true;
        return type is null || !(AspNet.IsKnown(type) || type.SpecialType == SpecialType.System_Object);
    }

    private static bool MayCatch(IOperation value, HostContext context) => value switch
    {
        IAnonymousFunctionOperation lambda => Catches(lambda.Syntax),
        IMethodReferenceOperation { Method: var method } => !AspNet.InSource(method) || method.DeclaringSyntaxReferences.Any(declaration => Catches(declaration.GetSyntax(context.Cancellation))),
        // The application itself, a predicate, or a delegate that is not seen.
        _ => value.Type?.TypeKind == TypeKind.Delegate,
    };

    private static bool Catches(SyntaxNode code) => code.DescendantNodes().Any(static node => node is CatchClauseSyntax);
}
