using System.Collections.Concurrent;
using System.Collections.Immutable;
using BackendStandards.Analyzers.Code;
using BackendStandards.Analyzers.Index;
using BackendStandards.Analyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.Analyzers.Secrets;

/// <summary>Which types are kept in a database: mapped by Entity Framework, held in a MongoDB collection, or marked as rows. Safe to ask from several threads.</summary>
internal sealed class StoredTypes(CodeBase code)
{
    private static readonly string[] Mappings = ["DbSet", "IMongoCollection", "IEntityTypeConfiguration", "EntityTypeBuilder", "Entity"];

    private static readonly ImmutableHashSet<string> Marks = ImmutableHashSet.Create(StringComparer.Ordinal, "TableAttribute", "KeyAttribute", "BsonIdAttribute", "PrimaryKeyAttribute", "BsonCollectionAttribute");

    // A password that the application itself sends to a server has to be kept as it is.
    private static readonly ImmutableHashSet<string> Remote = ImmutableHashSet.Create(
        StringComparer.Ordinal, "smtp", "imap", "pop3", "mail", "email", "server", "connection", "ftp", "sftp", "ssh", "ldap", "proxy", "credential", "credentials", "vault", "integration", "setting", "settings",
        "configuration", "config", "options", "host", "device", "camera", "datasource", "database", "remote", "external", "provider", "router", "printer", "wifi", "feed");

    private static readonly ImmutableHashSet<string> RemoteMembers = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "Host", "HostName", "Server", "ServerName", "Port", "Url", "Uri", "Endpoint", "BaseUrl", "ConnectionString", "SmtpServer", "IpAddress");

    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether objects of a type are kept, as people and not as accounts at other servers.</summary>
    public bool Includes(ITypeSymbol? type, CancellationToken cancellation)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } named) return false;
        if (_known.TryGetValue(named.OriginalDefinition, out var known)) return known;
        return _known.GetOrAdd(named.OriginalDefinition, !IsForOthers(named) && (IsMarked(named) || IsMapped(named.OriginalDefinition, cancellation)));
    }

    private static bool IsForOthers(INamedTypeSymbol type) => Words.Split(type.Name).Any(Remote.Contains) || type.GetMembers().Any(member => member is IPropertySymbol && RemoteMembers.Contains(member.Name));

    private static bool IsMarked(INamedTypeSymbol type) =>
        type.GetAttributes().Concat(type.GetMembers().OfType<IPropertySymbol>().SelectMany(member => member.GetAttributes())).Any(attribute => attribute.AttributeClass is { Name: var name } && Marks.Contains(name));

    private bool IsMapped(INamedTypeSymbol type, CancellationToken cancellation)
    {
        foreach (var tree in code.TreesWith(type.Name, cancellation))
        {
            var index = TreeIndex.Of(tree, cancellation);
            foreach (var mapping in Mappings)
                foreach (var position in index.PositionsOf(mapping))
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (tree.GetRoot(cancellation).FindToken(position).Parent is GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } arguments }
                        && AspNet.Same(code.Model(tree).GetTypeInfo(arguments[0], cancellation).Type?.OriginalDefinition, type)) return true;
                }
        }
        return false;
    }
}
