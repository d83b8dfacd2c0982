using System.Text.RegularExpressions;
using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Configuration;
using BackendStandards.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace BackendStandards.Tests.Catalogue;

public partial class CatalogueTests
{
    public static TheoryData<string, string> Rules
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (name, rule) in Shipped.Rules) data.Add(rule.Id, name);
            return data;
        }
    }

    // What the samples cannot have.
    private static readonly Dictionary<string, string> InNoSample = new()
    {
        ["BST2092"] = "an application without reflection has no controllers: WithoutReflectionTests builds and asks one",
        ["BST2093"] = "what it reports does not compile",
    };

    [Fact]
    public void Ids_are_unique_and_in_range()
    {
        var ids = Shipped.Rules.Select(rule => rule.Rule.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(ids, id => Assert.Matches(Id(), id));
        Assert.All(Shipped.Rules, rule => Assert.Equal(CategoryOf(rule.Rule.Id), rule.Rule.Category));
    }

    [Fact]
    public void No_rule_is_an_error_or_off_by_default() => Assert.All(Shipped.Rules, rule =>
    {
        Assert.NotEqual(DiagnosticSeverity.Error, rule.Rule.DefaultSeverity);
        Assert.True(rule.Rule.IsEnabledByDefault);
    });

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_has_its_whole_slice(string id, string field)
    {
        var name = $"RuleCatalog.{field}";
        Assert.True(Mentions("src/BackendStandards.Analyzers/Rules", name), $"no rule reports {name}");
        Assert.True(Mentions("tests/BackendStandards.Tests", name), $"no test names {name}");
        if (id.StartsWith("BST0", StringComparison.Ordinal) || InNoSample.ContainsKey(id)) return;
        Assert.True(Mentions("samples/Storefront.Violations", id) || Mentions("samples/Storefront.Bare", id) || Mentions("samples/Storefront.Violations", $"expect {id}", "appsettings*.json"), $"no line of the samples expects {id}");
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_is_reported_by_one_analyzer_and_links_to_its_page(string id, string field)
    {
        Assert.NotEmpty(field);
        Assert.Single(Shipped.Analyzers, analyzer => analyzer.SupportedDiagnostics.Any(rule => rule.Id == id));
        Assert.EndsWith($"/docs/rules/{id}.md", Shipped.Rule(id).HelpLinkUri);
    }

    [Fact]
    public void Security_rules_name_their_weakness() => Assert.All(
        Shipped.Rules.Where(rule => rule.Rule.Category is Category.Security or Category.Secrets),
        rule => Assert.NotEmpty(RuleTags.Cwe(rule.Rule)));

    [Fact]
    public void Options_are_known_by_unique_lower_case_keys()
    {
        var keys = KnownOptions.All.Select(option => option.Key).ToList();
        Assert.Equal(keys.Distinct(StringComparer.OrdinalIgnoreCase), keys);
        Assert.All(keys, key => Assert.Equal(key.ToLowerInvariant(), key));
        Assert.All(KnownOptions.All, option => Assert.True(option.DefaultText.StartsWith('(') || option.Accepts(option.DefaultText), option.Key));
    }

    private static bool Mentions(string folder, string text, string files = "*.cs") =>
        Directory.EnumerateFiles(Repository.PathOf(folder.Split('/')), files, SearchOption.AllDirectories).Any(file => File.ReadAllText(file).Contains(text, StringComparison.Ordinal));

    private static string CategoryOf(string id) => id[3] switch
    {
        '0' => Category.Meta,
        '1' => Category.Api,
        '2' => Category.Contract,
        '3' => Category.Security,
        '4' => Category.Secrets,
        '5' => Category.Data,
        '6' => Category.Reliability,
        '7' => Category.Testing,
        '8' => Category.Documentation,
        _ => Category.Structure,
    };

    [GeneratedRegex("^BST[0-9]{4}$")]
    private static partial Regex Id();
}
