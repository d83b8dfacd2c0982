using System.Collections.Immutable;
using BackendStandards.Analyzers.Flow;
using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Tests.Flow;

/// <summary>No row rots: each speaks of a real member of the real package, with parameters of the names it gives.</summary>
public class ModelRowTests
{
    /// <summary>Libraries that are not served for tests; their rows are bound to what is declared here. <c>docs/models.md</c> names them as unverified.</summary>
    private const string Unverified = """
        namespace Microsoft.EntityFrameworkCore
        {
            public static class RelationalQueryableExtensions { public static void FromSql(string sql) { } }
            public static class RelationalDatabaseFacadeExtensions { public static void ExecuteSqlCommand(string sql) { } public static void ExecuteSqlCommandAsync(string sql) { } }
        }
        namespace System.Data.Entity
        {
            public class Database { public void SqlQuery(string sql) { } public void ExecuteSqlCommand(string sql) { } public void ExecuteSqlCommandAsync(string sql) { } }
            public class DbSet { public void SqlQuery(string sql) { } }
        }
        namespace NHibernate
        {
            public interface ISession { void CreateSQLQuery(string queryString); void CreateQuery(string queryString); }
            public interface IStatelessSession { void CreateSQLQuery(string queryString); void CreateQuery(string queryString); }
        }
        namespace ServiceStack.OrmLite
        {
            public static class OrmLiteReadApi { public static void Select(string sql) { } }
            public static class OrmLiteReadApiAsync { public static void SelectAsync(string sql) { } }
            public static class OrmLiteWriteApi { public static void ExecuteSql(string sql) { } }
            public static class OrmLiteWriteApiAsync { public static void ExecuteSqlAsync(string sql) { } }
        }
        namespace Duende.IdentityServer.Services { public interface IIdentityServerInteractionService { void GetAuthorizationContextAsync(string returnUrl); void IsValidReturnUrl(string returnUrl); } }
        namespace SimpleExec { public static class Command { public static void Run(string name, string args) { } public static void ReadAsync(string name, string args) { } } }
        namespace System.Management.Automation { public class PowerShell { public void AddScript(string script) { } } }
        namespace Novell.Directory.Ldap
        {
            public class LdapConnection { public void Search(string @base, string filter) { } }
            public interface ILdapConnection { void SearchAsync(string @base, string filter); }
        }
        namespace Elasticsearch.Net { public class PostData { public static void String(string serializedData) { } } }
        namespace Elastic.Transport { public class PostData { public static void String(string serializedData) { } } }
        namespace Nest { public class QueryContainerDescriptor<T> { public void Raw(string rawQuery) { } } }
        namespace Microsoft.Security.Application
        {
            public static class Encoder { public static void LdapFilterEncode(string input) { } public static void LdapDistinguishedNameEncode(string input) { } }
            public static class Sanitizer { public static void GetSafeHtml(string input) { } }
        }
        namespace Grpc.Core { public struct Status { public Status(int statusCode, string detail) { } } public class RpcException { public RpcException(Status status, string message) { } } }
        namespace HotChocolate { public class ErrorBuilder { public void SetMessage(string message) { } } public interface IErrorBuilder { void SetMessage(string message); } }
        namespace GraphQL { public class ExecutionError { public ExecutionError(string message) { } } }
        public static class MimeTypes { public static void GetMimeTypeExtensions(string mimeType) { } }
        namespace RepoDb { public static class DbConnectionExtension { public static void ExecuteQuery(string commandText) { } } }
        """;

    private static readonly ImmutableArray<ISymbol> Members = [.. MembersOf(Sources.Compile().GlobalNamespace), .. MembersOf(Sources.CompileOnNetFramework().GlobalNamespace), .. MembersOf(Sources.Compile(Unverified).Assembly.GlobalNamespace)];

    public static TheoryData<string> Rows => [.. new LibraryModel().Rows.Select(row => row.Text)];

    [Fact]
    public void Every_embedded_line_is_a_row() => Assert.All(
        Directory.EnumerateFiles(Repository.PathOf("src", "BackendStandards.Analyzers", "Flow", "Models"), "*.model"),
        file => Assert.Empty(ModelParser.Parse(File.ReadAllText(file)).BadLines));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_row_speaks_of_a_real_member(string text)
    {
        var row = ModelParser.Parse(text).Rows.Single();
        var covered = Members.Where(row.Covers).ToList();
        Assert.NotEmpty(covered);
        foreach (var input in row.Details.Where(input => input.Name != "this"))
            Assert.True(covered.Any(member => Parameters(member).Any(parameter => parameter.Name == input.Name)), $"no overload has a parameter '{input.Name}'");
    }

    [Theory]
    [InlineData("sink sql")]
    [InlineData("sink System.Data.IDbCommand.CommandText")]
    [InlineData("sinks sql A.B")]
    [InlineData("pass A.B(this")]
    [InlineData("pass Member")]
    [InlineData("3 A.B")]
    [InlineData("guard A.B")]
    [InlineData("harmless A. B")]
    public void A_bad_line_is_named_and_loses_no_other(string line)
    {
        var (rows, bad) = ModelParser.Parse($"# c\npass A.B(this)\n{line}\nharmless *.C\n");
        Assert.Equal(2, rows.Length);
        Assert.Equal(2, Assert.Single(bad));
    }

    private static IEnumerable<IParameterSymbol> Parameters(ISymbol member) => member switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => [],
    };

    private static IEnumerable<ISymbol> MembersOf(INamespaceSymbol space) =>
        space.GetNamespaceMembers().SelectMany(MembersOf).Concat(space.GetTypeMembers().Where(type => type.DeclaredAccessibility == Accessibility.Public).SelectMany(MembersOf));

    private static IEnumerable<ISymbol> MembersOf(INamedTypeSymbol type) =>
        type.GetMembers().Where(member => member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected).Concat(type.GetTypeMembers().SelectMany(MembersOf));
}
