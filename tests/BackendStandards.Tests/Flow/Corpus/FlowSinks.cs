using System.Collections.Immutable;

namespace BackendStandards.Tests.Flow.Corpus;

/// <summary>The sinks that the corpus knows. A new one is a line in <see cref="All"/>: it then runs straight and with the portable shapes.</summary>
internal static class FlowSinks
{
    /// <summary>The sink that every shape runs with.</summary>
    public static readonly FlowSink Main = FlowSink.Sql("CommandText", "{ using var sinkCommand = Shop.Databases.Sqlite().CreateCommand(); sinkCommand.CommandText = {0}; sinkCommand.ExecuteNonQuery(); }");

    /// <summary>The sinks of rules that exist.</summary>
    public static readonly ImmutableArray<FlowSink> All =
    [
        Main,
        FlowSink.Sql("SqliteCommand", "{ using var sinkCommand = new Microsoft.Data.Sqlite.SqliteCommand({0}, Shop.Databases.Sqlite()); sinkCommand.ExecuteNonQuery(); }"),
        FlowSink.Sql("SqlCommand.CommandText", "{ using var sinkCommand = new Microsoft.Data.SqlClient.SqlCommand { Connection = Shop.Databases.SqlServer() }; sinkCommand.CommandText = {0}; sinkCommand.ExecuteNonQuery(); }"),
        FlowSink.Sql("NpgsqlCommand", "{ using var sinkCommand = new Npgsql.NpgsqlCommand({0}, Shop.Databases.Postgres()); sinkCommand.ExecuteNonQuery(); }"),
        FlowSink.Sql("MySqlDataAdapter", "{ using var sinkAdapter = new MySqlConnector.MySqlDataAdapter({0}, Shop.Databases.MySql()); sinkAdapter.Fill(new System.Data.DataTable()); }"),
        FlowSink.Sql("Dapper.Query", "Dapper.SqlMapper.Query<int>(Shop.Databases.Sqlite(), {0});"),
        FlowSink.Sql("Dapper.Execute", "Dapper.SqlMapper.Execute(Shop.Databases.SqlServer(), {0});"),
        FlowSink.Sql("FromSqlRaw", "Microsoft.EntityFrameworkCore.RelationalQueryableExtensions.FromSqlRaw(Shop.Databases.Context().StoredOrders, {0});"),
        FlowSink.Sql("ExecuteSqlRaw", "Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRaw(Shop.Databases.Context().Database, {0});"),
        new("XPath.Compile", "System.Xml.XPath.XPathExpression.Compile({0});", ["BST3022"]) { Value = XPath },
        new("XPath.SelectNodes", "new System.Xml.XmlDocument().SelectNodes({0});", ["BST3022"]) { Value = XPath },
        new("XPathNavigator.Select", "new System.Xml.XmlDocument().CreateNavigator()!.Select({0});", ["BST3022"]) { Value = XPath },
        new("Process.Start", "System.Diagnostics.Process.Start(\"convert\", {0});", ["BST3024"]),
        new("ProcessStartInfo.FileName", "{ var sinkStart = new System.Diagnostics.ProcessStartInfo(); sinkStart.FileName = {0}; System.Diagnostics.Process.Start(sinkStart); }", ["BST3024"]),
        new("ProcessStartInfo.Arguments", "System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(\"/bin/sh\") { Arguments = \"-c \" + ({0}) });", ["BST3024"]),
        new("File.ReadAllText", "System.IO.File.ReadAllText({0});", ["BST3025"]),
        new("File.Delete of Path.Combine", "System.IO.File.Delete(System.IO.Path.Combine(\"/srv/uploads\", {0}));", ["BST3025"]),
        new("FileStream", "new System.IO.FileStream({0}, System.IO.FileMode.Open).Dispose();", ["BST3025"]),
        new("HttpClient.GetAsync", "new System.Net.Http.HttpClient().GetAsync({0}).GetAwaiter().GetResult();", ["BST3026"]),
        new("WebRequest.Create", "System.Net.WebRequest.Create({0}).GetResponse();", ["BST3026"]),
        new("HtmlString", "new Microsoft.AspNetCore.Html.HtmlString({0}).WriteTo(System.IO.TextWriter.Null, System.Text.Encodings.Web.HtmlEncoder.Default);", ["BST3010"]),
        new("Results.Content", "Shop.Web.Answer(Microsoft.AspNetCore.Http.Results.Content({0}, \"text/html\"));", ["BST3010"]),
        new("Results.Redirect", "Shop.Web.Answer(Microsoft.AspNetCore.Http.Results.Redirect({0}));", ["BST3013"]),
        new("Response.Redirect", "Shop.Web.Context.Response.Redirect({0});", ["BST3013"]),
        new("DirectorySearcher.Filter", "{ var sinkSearcher = new System.DirectoryServices.DirectorySearcher(); sinkSearcher.Filter = {0}; sinkSearcher.FindAll(); }", ["BST3022"]) { Value = Ldap },
        new("SearchRequest", "new System.DirectoryServices.Protocols.SearchRequest(\"ou=people\", {0}, System.DirectoryServices.Protocols.SearchScope.Subtree).ToString();", ["BST3022"]) { Value = Ldap },
        new("BsonDocument.Parse", "MongoDB.Bson.BsonDocument.Parse({0});", ["BST3022"]) { Value = "\"{ customer: '\" + ({0}) + \"' }\"" },
        new("Mongo.Find", "MongoDB.Driver.IMongoCollectionExtensions.Find(new MongoDB.Driver.MongoClient().GetDatabase(\"shop\").GetCollection<MongoDB.Bson.BsonDocument>(\"orders\"), {0});", ["BST3022"]) { Value = "\"{ customer: '\" + ({0}) + \"' }\"" },
        new("ScriptEvaluate", "StackExchange.Redis.ConnectionMultiplexer.Connect(\"cache\").GetDatabase().ScriptEvaluate({0});", ["BST3022"]) { Value = "\"return redis.call('get', '\" + ({0}) + \"')\"" },
        new("DynamicLinq.Where", "System.Linq.Dynamic.Core.DynamicQueryableExtensions.Where(Shop.Databases.Context().StoredOrders, {0});", ["BST3022"]) { Value = "\"Customer == \\\"\" + ({0}) + \"\\\"\"" },
        new("Html.Raw", "((Microsoft.AspNetCore.Mvc.Rendering.IHtmlHelper)null!).Raw({0});", ["BST3010"]),
        new("Deserialize as a type", "System.Text.Json.JsonSerializer.Deserialize(\"{}\", System.Type.GetType({0})!);", ["BST3027"]),
    ];

    /// <summary>The sinks of rules that are still to come: their lines compile, and move up to <see cref="All"/> with the rule.</summary>
    public static readonly ImmutableArray<FlowSink> Planned = [];

    private const string Ldap = "\"(&(objectClass=person)(cn=\" + ({0}) + \"))\"";

    private const string XPath = "\"/orders/order[@customer='\" + ({0}) + \"']\"";
}
