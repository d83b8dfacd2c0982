namespace BackendStandards.Analyzers.Endpoints.EntryPoints;

/// <summary>How the outside reaches a piece of code that is no HTTP handler.</summary>
internal enum EntryPointKind
{
    /// <summary>A method of a SignalR hub that clients call.</summary>
    HubMethod,

    /// <summary>A method of a gRPC service.</summary>
    GrpcMethod,

    /// <summary>A field of a GraphQL query, mutation or subscription, or of another type that has a resolver.</summary>
    GraphQLField,

    /// <summary>What handles a message: MassTransit, RabbitMQ.Client.</summary>
    MessageConsumer,

    /// <summary>A function that reads messages itself: <c>consumer.Consume(…)</c> of Confluent.Kafka.</summary>
    MessageLoop,

    /// <summary>A job of Hangfire.</summary>
    Job,

    /// <summary>A <c>BackgroundService</c> or hosted service: started with the application, fed by nobody outside.</summary>
    BackgroundService,
}
