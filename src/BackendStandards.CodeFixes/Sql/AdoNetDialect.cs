using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackendStandards.CodeFixes.Sql;

/// <summary>The ADO.NET providers whose way to take parameters is known. All four read <c>@name</c>.</summary>
internal sealed class AdoNetDialect : SqlDialect
{
    private readonly string _provider;

    private AdoNetDialect(string provider) => _provider = provider;

    /// <inheritdoc/>
    public override IEnumerable<string> Taken => Added;

    /// <summary>The names of parameters that the member adds by itself.</summary>
    public IEnumerable<string> Added { get; init; } = [];

    /// <inheritdoc/>
    public override bool IsStrictAboutText => _provider == "Npgsql";

    private bool IsSqlClient => _provider.EndsWith("SqlClient", StringComparison.Ordinal) && _provider != "MySql.Data.MySqlClient";

    /// <summary>Whether the statement that <see cref="Add"/> gives names <c>SqlDbType</c>.</summary>
    public bool NamesSqlDbType(SqlParameter parameter) => IsSqlClient && DbType(parameter.Type) is not null;

    /// <summary>The provider of a command's type; null where it is not known.</summary>
    public static AdoNetDialect? Of(ITypeSymbol? command, IEnumerable<string> added)
    {
        for (var type = command; type is not null; type = type.BaseType)
        {
            var (space, name) = (Namespace(type.ContainingNamespace), type.Name);
            if ((space, name) is ("Microsoft.Data.SqlClient" or "System.Data.SqlClient", "SqlCommand") or ("Microsoft.Data.Sqlite", "SqliteCommand")
                or ("Npgsql", "NpgsqlCommand") or ("MySqlConnector", "MySqlCommand") or ("MySql.Data.MySqlClient", "MySqlCommand"))
                return new(space) { Added = added };
        }
        return null;
    }

    /// <inheritdoc/>
    public override string Marker(SqlParameter parameter) => "@" + parameter.Name;

    /// <summary>The statement that adds a parameter to a command.</summary>
    public StatementSyntax Add(string command, SqlParameter parameter)
    {
        var name = _provider == "Npgsql" ? parameter.Name : "@" + parameter.Name;
        var value = parameter.MayBeNull ? $"(object?){Operand(parameter.Value)} ?? DBNull.Value" : parameter.Value.ToString();
        return SyntaxFactory.ParseStatement(IsSqlClient && DbType(parameter.Type) is { } type
            ? $"{command}.Parameters.Add(\"{name}\", SqlDbType.{type}).Value = {value};"
            : $"{command}.Parameters.AddWithValue(\"{name}\", {value});");
    }

    private static string Operand(ExpressionSyntax value) => value is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax ? value.ToString() : $"({value})";

    /// <summary>The name of a member of <c>System.Data.SqlDbType</c>; null where the type has none of its own.</summary>
    private static string? DbType(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable) type = nullable.TypeArguments[0];
        return type?.SpecialType switch
        {
            SpecialType.System_String => "NVarChar",
            SpecialType.System_Int32 => "Int",
            SpecialType.System_Int64 => "BigInt",
            SpecialType.System_Int16 => "SmallInt",
            SpecialType.System_Byte => "TinyInt",
            SpecialType.System_Boolean => "Bit",
            SpecialType.System_Decimal => "Decimal",
            SpecialType.System_Double => "Float",
            SpecialType.System_Single => "Real",
            _ => null,
        };
    }

    private static string Namespace(INamespaceSymbol? space) =>
        space is null or { IsGlobalNamespace: true } ? "" : space.ContainingNamespace is { IsGlobalNamespace: false } outer ? $"{Namespace(outer)}.{space.Name}" : space.Name;
}
