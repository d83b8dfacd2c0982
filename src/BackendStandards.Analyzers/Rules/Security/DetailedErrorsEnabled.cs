using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Rules.Security;

/// <summary>BST3091: pages and options that show errors in full are on for everybody.</summary>
internal sealed class DetailedErrorsEnabled() : HostRule(RuleCatalog.DetailedErrorsEnabled, [.. Switches.Concat(Explorers).Select(one => one.Name), "UseSetting"])
{
    internal static readonly Option<bool> ApiExplorers = Option.Flag(
        "bst3091.api_explorers", false, "Whether pages that try the API out, such as Swagger UI, Scalar and GraphiQL, are for developers' machines only.");

    private static readonly DevelopmentSwitch[] Switches =
    [
        new("UseDeveloperExceptionPage", "DeveloperExceptionPageExtensions"),
        new("UseDatabaseErrorPage", "DatabaseErrorPageExtensions"),
        new("UseMigrationsEndPoint", "MigrationsEndPointExtensions"),
        // SignalR, gRPC; EF Core
        new("EnableDetailedErrors", "HubOptions", "GrpcServiceOptions", "DbContextOptionsBuilder"),
        new("DetailedErrors", "CircuitOptions"),
        // HotChocolate
        new("IncludeExceptionDetails", "RequestExecutorOptions"),
        // GraphQL.NET
        new("ExposeExceptionDetails", "ErrorInfoProviderOptions"),
        new("ExposeExceptionStackTrace", "ErrorInfoProviderOptions"),
    ];

    private static readonly DevelopmentSwitch[] Explorers =
    [
        new("UseSwaggerUI", "SwaggerUIBuilderExtensions"),
        new("UseSwaggerUi", "NSwagApplicationBuilderExtensions"),
        new("MapScalarApiReference", "ScalarEndpointRouteBuilderExtensions"),
        new("UseGraphQLGraphiQL", "GraphiQLApplicationBuilderExtensions"),
        new("UseGraphQLPlayground", "PlaygroundApplicationBuilderExtensions"),
    ];

    public override void Check(HostContext context)
    {
        foreach (var one in Switches)
            foreach (var place in one.SwitchedOn(context))
                context.Report(this, place, one.Name);
        if (context.Read(ApiExplorers))
            foreach (var one in Explorers)
                foreach (var place in one.SwitchedOn(context))
                    context.Report(this, place, one.Name);
        foreach (var call in context.Calls("UseSetting"))
            if (AspNet.Argument(call, "key") is { } key && IsDetailedErrors(Values.Unwrap(key)) && AspNet.Argument(call, "value") is { } value
                && Values.Unwrap(value).ConstantValue.Value is string text && (text == "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase)) && context.RunsOutsideDevelopment(call))
                context.Report(this, value.Syntax.FirstAncestorOrSelf<ArgumentSyntax>()?.Expression ?? value.Syntax, "detailedErrors");
    }

    // The framework's name for it is no constant.
    private static bool IsDetailedErrors(IOperation key) =>
        key is IFieldReferenceOperation { Field: { Name: "DetailedErrorsKey", ContainingType.Name: "WebHostDefaults" } } || (key.ConstantValue.Value is string text && text.Equals("detailedErrors", StringComparison.OrdinalIgnoreCase));
}
