using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace BackendStandards.Tests.Testing;

/// <summary>What test sources are compiled against. Nothing is downloaded: framework references come from the SDK, library references from the test's own output.</summary>
internal static class References
{
    private static readonly string[] Libraries =
    [
        "AngleSharp", "AngleSharp.Css", "Asp.Versioning.Abstractions", "Asp.Versioning.Http", "Asp.Versioning.Mvc", "Azure.Core", "Azure.Identity", "Carter", "CliWrap", "Confluent.Kafka", "Dapper", "FastEndpoints", "FastEndpoints.Attributes", "FastEndpoints.Core", "FastEndpoints.Messaging", "FastEndpoints.Messaging.Core", "FluentValidation", "FluentValidation.DependencyInjectionExtensions",
        "Flurl", "Flurl.Http", "Google.Protobuf", "GraphQL", "Grpc.AspNetCore.Server", "Grpc.Core.Api", "Hangfire.Core", "HtmlSanitizer", "linq2db", "log4net", "MassTransit", "MassTransit.Abstractions", "MedallionShell", "MessagePack", "MessagePack.Annotations",
        "Microsoft.AspNetCore.Authentication.JwtBearer", "Microsoft.AspNetCore.OpenApi", "Microsoft.Azure.Cosmos.Client", "Microsoft.Data.SqlClient", "Microsoft.Data.Sqlite", "Microsoft.EntityFrameworkCore",
        "Microsoft.EntityFrameworkCore.Abstractions", "Microsoft.EntityFrameworkCore.Relational", "Microsoft.EntityFrameworkCore.Sqlite", "Microsoft.IdentityModel.Abstractions",
        "Microsoft.IdentityModel.JsonWebTokens", "Microsoft.IdentityModel.Logging", "Microsoft.IdentityModel.Tokens", "Microsoft.OpenApi", "MongoDB.Bson", "MongoDB.Driver", "MySqlConnector", "Newtonsoft.Json", "NLog", "Npgsql", "NSwag.Annotations", "RabbitMQ.Client", "Renci.SshNet", "RestSharp",
        "Serilog", "StackExchange.Redis", "Swashbuckle.AspNetCore.Annotations", "Swashbuckle.AspNetCore.Swagger", "Swashbuckle.AspNetCore.SwaggerGen", "System.DirectoryServices", "System.DirectoryServices.Protocols", "System.IdentityModel.Tokens.Jwt", "System.Linq.Dynamic.Core",
    ];

    /// <summary>A named set without packages, so that the testing library restores nothing.</summary>
    public static readonly ReferenceAssemblies None = new("net10.0");

    /// <summary>.NET alone.</summary>
    public static readonly ImmutableArray<MetadataReference> Net = Folder("NetCoreReferences");

    /// <summary>.NET and ASP.NET Core.</summary>
    public static readonly ImmutableArray<MetadataReference> AspNetCore = [.. Net, .. Folder("AspNetCoreReferences")];

    /// <summary>.NET, ASP.NET Core and the libraries that the rules know.</summary>
    public static readonly ImmutableArray<MetadataReference> All =
        [.. AspNetCore, .. Libraries.Select(name => MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, name + ".dll")))];

    /// <summary>.NET Framework 4.8, for what .NET has no more.</summary>
    public static readonly ImmutableArray<MetadataReference> NetFramework = Folder("NetFrameworkReferences");

    private static ImmutableArray<MetadataReference> Folder(string key) =>
        [.. Directory.GetFiles(Repository.Setting(key), "*.dll").Order(StringComparer.Ordinal).Select(path => MetadataReference.CreateFromFile(path))];
}
