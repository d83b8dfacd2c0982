using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Hosting;

/// <summary>Which types configuration is written on, and whose methods can be trusted to do what their name says.</summary>
internal static class HostTypes
{
    private static readonly ImmutableDictionary<string, HostSide> Sides = new Dictionary<string, HostSide>
    {
        ["IServiceCollection"] = HostSide.Services,
        ["WebApplicationBuilder"] = HostSide.Services,
        ["HostApplicationBuilder"] = HostSide.Services,
        ["IHostApplicationBuilder"] = HostSide.Services,
        ["IHostBuilder"] = HostSide.Services,
        ["IWebHostBuilder"] = HostSide.Services,
        ["ConfigureWebHostBuilder"] = HostSide.Services,
        ["ConfigureHostBuilder"] = HostSide.Services,
        ["IMvcBuilder"] = HostSide.Services,
        ["IMvcCoreBuilder"] = HostSide.Services,
        ["AuthenticationBuilder"] = HostSide.Services,
        ["AuthorizationBuilder"] = HostSide.Services,
        ["WebApplication"] = HostSide.Pipeline,
        ["IApplicationBuilder"] = HostSide.Pipeline,
        ["IEndpointRouteBuilder"] = HostSide.Endpoints,
        ["RouteGroupBuilder"] = HostSide.Endpoints,
    }.ToImmutableDictionary(StringComparer.Ordinal);

    // The first part of an assembly's name. An extension of the application's own shared assembly may stand in a namespace of Microsoft's; its assembly does not.
    private static readonly ImmutableHashSet<string> Libraries = ImmutableHashSet.Create(StringComparer.Ordinal,
        "Microsoft", "System", "Asp", "Amazon", "Ardalis", "AspNetCore", "AspNetCoreRateLimit", "Autofac", "AutoMapper", "AWSSDK", "Azure", "BlazorDownloadFile", "Carter", "Confluent", "Dapper", "Dapr",
        "DotNetCore", "Duende", "EasyCaching", "EasyNetQ", "EFCore", "Elastic", "FastEndpoints", "Finbuckle", "FluentEmail", "FluentMigrator", "FluentValidation", "Google", "GraphQL", "Grpc",
        "Hangfire", "HealthChecks", "Hellang", "HotChocolate", "IdentityModel", "IdentityServer4", "Lamar", "linq2db", "Mapster", "Marten", "MassTransit", "MediatR", "MongoDB", "NetEscapades", "Newtonsoft", "NLog",
        "Npgsql", "NServiceBus", "NSwag", "Ocelot", "OpenIddict", "OpenTelemetry", "Orleans", "Polly", "Pomelo", "Prometheus", "prometheus-net", "Quartz", "RabbitMQ", "Rebus", "Refit", "Scalar", "Scrutor",
        "Sentry", "Serilog", "SimpleInjector", "StackExchange", "Stripe", "Swashbuckle", "Wolverine", "Yarp", "ZiggyCreatures");

    /// <summary>What a type configures; <see cref="HostSide.Other"/> for one that configures nothing.</summary>
    public static HostSide SideOf(ITypeSymbol? type) => type switch
    {
        ITypeParameterSymbol parameter => parameter.ConstraintTypes.Select(SideOf).FirstOrDefault(side => side != HostSide.Other),
        INamedTypeSymbol named when Sides.TryGetValue(named.Name, out var side) && AspNet.IsKnown(named) => side,
        _ => HostSide.Other,
    };

    /// <summary>What a method configures, by the first of its parameters that configures anything; by its type for an instance method.</summary>
    public static HostSide SideOf(IMethodSymbol method)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        if (!definition.IsStatic && SideOf(definition.ContainingType) is not HostSide.Other and var own) return own;
        return definition.Parameters.Select(parameter => SideOf(parameter.Type)).FirstOrDefault(side => side != HostSide.Other);
    }

    /// <summary>Whether a method belongs to an assembly of the framework or of a library whose extensions do what they are called.</summary>
    public static bool IsOfLibrary(IMethodSymbol method)
    {
        var name = method.ContainingAssembly?.Name ?? "";
        var dot = name.IndexOf('.');
        return Libraries.Contains(dot < 0 ? name : name.Substring(0, dot));
    }

    /// <summary>Whether a call is made on something that configuration is written on, be it a library's own builder.</summary>
    public static bool IsConfiguration(IInvocationOperation call) =>
        SideOf(call.TargetMethod) != HostSide.Other
        || (AspNet.ReceiverOf(call) is { } receiver && Values.Unwrap(receiver).Type is { } type && (type.Name.EndsWith("Builder", StringComparison.Ordinal) || type.Name is "IHost" or "MvcOptions"));
}
