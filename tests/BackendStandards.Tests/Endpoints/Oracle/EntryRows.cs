using System.Reflection;
using BackendStandards.Analyzers.Endpoints;
using BackendStandards.Analyzers.Endpoints.EntryPoints;
using GraphQL.Resolvers;
using GraphQL.Types;
using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BackendStandards.Tests.Endpoints.Oracle;

/// <summary>What a running application has beside its endpoints: the fields of its schema, the consumers of its bus, the methods of its hubs, its background services.</summary>
internal static class EntryRows
{
    public static List<string> Of(IServiceProvider services) =>
        [.. Fields(services).Concat(Consumers(services)).Concat(Hubs(services)).Concat(Hosted(services)).Order(StringComparer.Ordinal)];

    public static List<string> Of(Model model) =>
        [.. new EndpointModel(model.Code).EntryPoints.All(CancellationToken.None).Select(LineOf).Order(StringComparer.Ordinal)];

    private static string LineOf(EntryPoint entry) => entry.Kind switch
    {
        EntryPointKind.BackgroundService => Line(entry.Kind, entry.Owner!.Name, "", []),
        EntryPointKind.MessageConsumer => Line(entry.Kind, entry.Owner!.Name, entry.Name, []),
        _ => Line(entry.Kind, entry.Owner!.Name, entry.Name, entry.Inputs.Select(input => input.Name)),
    };

    private static string Line(EntryPointKind kind, string owner, string name, IEnumerable<string> inputs) => $"{kind} {owner}.{name}({string.Join(", ", inputs)})";

    // What reads a member of the source runs no code of the application's.
    private static IEnumerable<string> Fields(IServiceProvider services)
    {
        if (services.GetService<ISchema>() is not { } schema) yield break;
        schema.Initialize();
        foreach (var type in schema.AllTypes.OfType<IObjectGraphType>())
            foreach (var field in type.Fields)
                if (type.GetType().Assembly != typeof(ISchema).Assembly && (field.StreamResolver is not null || (field.Resolver is { } resolver && !resolver.GetType().Name.StartsWith("ExpressionFieldResolver", StringComparison.Ordinal) && resolver is not NameFieldResolver)))
                    yield return Line(EntryPointKind.GraphQLField, type.GetType().Name, field.Name, field.Arguments?.Select(argument => argument.Name) ?? []);
    }

    private static IEnumerable<string> Consumers(IServiceProvider services)
    {
        if (services.GetService<IBus>() is null) yield break;
        using var scope = services.CreateScope();
        foreach (var type in AppDomain.CurrentDomain.GetAssemblies().Where(IsHost).SelectMany(static assembly => assembly.GetTypes()))
            foreach (var contract in type.GetInterfaces().Where(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IConsumer<>)))
                if (scope.ServiceProvider.GetService(type) is not null)
                    yield return Line(EntryPointKind.MessageConsumer, type.Name, contract.GetGenericArguments()[0].Name, []);
    }

    // As the library finds them: public, of the hub's own, not inherited from its base.
    private static IEnumerable<string> Hubs(IServiceProvider services) =>
        from endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints
        let hub = endpoint.Metadata.GetMetadata<HubMetadata>()?.HubType
        where hub is not null && endpoint is RouteEndpoint { RoutePattern.RawText: { } route } && !route.EndsWith("/negotiate", StringComparison.Ordinal)
        from method in hub.GetMethods(BindingFlags.Public | BindingFlags.Instance)
        where method.GetBaseDefinition().DeclaringType is { } declaring && declaring != typeof(object) && declaring != typeof(Hub) && declaring != typeof(IDisposable) && !method.IsSpecialName
        select Line(EntryPointKind.HubMethod, hub.Name, method.GetCustomAttribute<HubMethodNameAttribute>()?.Name ?? method.Name, method.GetParameters().Where(parameter => parameter.ParameterType != typeof(CancellationToken)).Select(parameter => parameter.Name!));

    private static IEnumerable<string> Hosted(IServiceProvider services) => services.GetServices<IHostedService>().Select(service => service.GetType())
        .Where(static type => IsHost(type.Assembly)).Select(type => Line(EntryPointKind.BackgroundService, type.Name, "", []));

    // Other hosts run beside this one; what is theirs is no service here.
    private static bool IsHost(Assembly assembly) => assembly.GetName().Name is { Length: 36 } name && name.StartsWith("Host", StringComparison.Ordinal);
}
