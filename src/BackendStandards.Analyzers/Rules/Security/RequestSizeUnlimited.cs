using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Configuration;
using BackendStandards.Analyzers.Index;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>BST3040: a limit to the size of requests, forms or messages that is switched off, or far above what is sent.</summary>
internal sealed class RequestSizeUnlimited() : HostRule(RuleCatalog.RequestSizeUnlimited,
    [Disable, Disable + "Attribute", "RequestSizeLimit", "RequestSizeLimitAttribute", "RequestFormLimits", "RequestFormLimitsAttribute", .. Limits.Select(limit => limit.Property)])
{
    internal static readonly Option<int> MaxBytes = Option.Number("bst3040.max_bytes", 100 * 1024 * 1024, "The greatest limit to the size of a request that is one.");

    private const string Disable = "DisableRequestSizeLimit";

    private static readonly (string Property, string[] Types)[] Limits =
    [
        ("MaxRequestBodySize", ["KestrelServerLimits", "IISServerOptions", "HttpSysOptions", "IHttpMaxRequestBodySizeFeature"]),
        ("MultipartBodyLengthLimit", ["FormOptions"]),
        ("ValueLengthLimit", ["FormOptions"]),
        ("BufferBodyLengthLimit", ["FormOptions"]),
        ("MaxReceiveMessageSize", ["GrpcServiceOptions"]),
        ("MaximumReceiveMessageSize", ["HubOptions"]),
    ];

    public override void Check(HostContext context)
    {
        foreach (var (name, types) in Limits)
            foreach (var (property, assignment) in context.Writes(name))
                if (types.Any(type => property.ContainingType.Name == type || Symbols.Derives(property.ContainingType, type)) && Fault(Values.Unwrap(assignment.Value), context) is { } fault
                    && !(property.ContainingType.Name == "IHttpMaxRequestBodySizeFeature" && OwnSizeLimits.Has(assignment.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>())) && context.RunsOutsideDevelopment(assignment))
                    context.Report(this, assignment.Value.Syntax, $"'{name}' {fault}");
        foreach (var call in context.Calls(Disable))
            if (!OwnSizeLimits.Has(HandlerOf(call, context)) && context.RunsOutsideDevelopment(call))
                context.Report(this, TreeIndex.NameOf((InvocationExpressionSyntax)call.Syntax), $"'{Disable}' lets requests of any size in: limit them to what is sent");
        foreach (var name in new[] { Disable, "RequestSizeLimit", "RequestFormLimits" })
            foreach (var node in context.Nodes(name).Concat(context.Nodes(name + "Attribute")))
                if (node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute && attribute.Name.Span.Contains(node.Span)
                    && AspNet.IsKnown(context.Model.Code.Model(node.SyntaxTree).GetSymbolInfo(attribute, context.Cancellation).Symbol))
                    CheckAttribute(context, attribute, name);
    }

    private void CheckAttribute(HostContext context, AttributeSyntax attribute, string name)
    {
        if (name == Disable)
        {
            if (!OwnSizeLimits.Has(attribute.Parent?.Parent)) context.Report(this, attribute, $"'{Disable}' lets requests of any size in: limit them to what is sent");
            return;
        }
        var model = context.Model.Code.Model(attribute.SyntaxTree);
        foreach (var argument in attribute.ArgumentList?.Arguments ?? default)
            if (argument.NameEquals is null || Limits.Any(limit => limit.Property == argument.NameEquals.Name.Identifier.ValueText))
                if (Fault(model.GetConstantValue(argument.Expression, context.Cancellation), context) is { } fault)
                    context.Report(this, argument.Expression, $"'{argument.NameEquals?.Name.Identifier.ValueText ?? name}' {fault}");
    }

    private static string? Fault(IOperation value, HostContext context) => Fault(value.ConstantValue, context);

    private static string? Fault(Optional<object?> value, HostContext context) => value switch
    {
        { HasValue: true, Value: null } => "lets in what is of any size: limit it to what is sent",
        { HasValue: true, Value: int or long } given when Convert.ToInt64(given.Value, System.Globalization.CultureInfo.InvariantCulture) is var bytes && bytes > context.Read(MaxBytes) =>
            bytes is int.MaxValue or long.MaxValue ? "lets in what is of any size: limit it to what is sent" : "lets in far more than is sent: limit it to that",
        _ => null,
    };

    // app.MapPost("/files", handler).DisableRequestSizeLimit()
    private static SyntaxNode? HandlerOf(IInvocationOperation call, HostContext context)
    {
        for (var at = AspNet.ReceiverOf(call); at is not null && Values.Unwrap(at) is IInvocationOperation inner; at = AspNet.ReceiverOf(inner))
            if (AspNet.Argument(inner, "handler") is { } handler)
                return Values.Unwrap(handler) switch
                {
                    IAnonymousFunctionOperation lambda => lambda.Syntax,
                    IMethodReferenceOperation { Method: { } method } => method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.Cancellation),
                    _ => null,
                };
        return null;
    }
}
