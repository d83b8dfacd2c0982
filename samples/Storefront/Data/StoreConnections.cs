using Microsoft.Data.Sqlite;

namespace Storefront.Data;

/// <summary>Opens connections for the queries that are written by hand.</summary>
public sealed class StoreConnections(string connectionString)
{
    /// <summary>Opens a connection from the pool; the caller disposes of it.</summary>
    public async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }
}
