using BackendStandards.Analyzers.Rules;
using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Tests.Rules.Security;

/// <summary>What the tests of the rules "request data reaches …" share: an action with the usual inputs, of which <c>name</c> is the hostile one.</summary>
internal static class InputFlow
{
    public static RuleTest<Only<FlowAnalysis>> Verify(DiagnosticDescriptor rule) => new(rule);

    public static string InAction(string statements, string members = "", string types = "") => $$"""
        using System.Diagnostics;
        using System.DirectoryServices;
        using System.DirectoryServices.Protocols;
        using System.IO.Compression;
        using System.Linq.Dynamic.Core;
        using System.Net;
        using System.Net.Http.Json;
        using System.Reflection;
        using System.Text;
        using System.Text.Encodings.Web;
        using System.Text.Json;
        using System.Xml;
        using System.Xml.Linq;
        using System.Xml.XPath;
        using Flurl.Http;
        using Microsoft.AspNetCore.Components;
        using Microsoft.AspNetCore.Html;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.Rendering;
        using MongoDB.Bson;
        using MongoDB.Driver;
        using RestSharp;
        using StackExchange.Redis;

        public enum Sort { Name, Price }
        public class Item { public int Id { get; set; } public string Name { get; set; } = ""; public string[] Tags { get; set; } = []; }
        {{types}}
        public class ItemsController(IMongoCollection<Item> mongo, IMongoDatabase mongoDatabase, IDatabase redis, IServer server, IQueryable<Item> items, LdapConnection ldap, HttpClient client,
            XmlDocument xml, XDocument document, IHtmlHelper html, IConfiguration configuration, IUrlHelper urls, System.Data.IDataReader reader) : ControllerBase
        {
            private static readonly Dictionary<string, string> Known = new() { ["a"] = "alpha", ["b"] = "beta" };
            {{members}}
            [HttpPost("items/{id}")]
            public async Task<object?> Run(string name, string folder, int id, Guid key, Sort sort, Item item, IFormFile file, bool flag)
            {
                {{statements}}
                await Task.Yield();
                return null;
            }
        }
        """;
}
