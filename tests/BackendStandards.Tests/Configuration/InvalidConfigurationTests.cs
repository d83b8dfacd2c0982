using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Meta;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Configuration;

public class InvalidConfigurationTests
{
    private static readonly RuleTest<InvalidConfiguration> Verify = new(RuleCatalog.InvalidConfiguration);

    [Fact]
    public Task Reports_an_unknown_key_once_in_the_first_file() => Verify.Files(
        ["{|#0:|}class A;", "class B;"],
        test =>
        {
            test.Configure("backend_standards.no_such_key = 1");
            test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithArguments("'backend_standards.no_such_key' is no setting of BackendStandards"));
        });

    [Fact]
    public Task Ignores_the_keys_of_others() => Verify.Ignores("class A;", test => test.Configure("dotnet_code_quality.x = 1", "backend_standards_x = 1"));

    [Fact]
    public Task Reports_a_pattern_that_cannot_be_read() => Verify.Files(
        ["{|#0:|}class A;"],
        test =>
        {
            test.Configure("backend_standards.secrets.allowed_values_regex = (");
            test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithArguments(
                "'(' is no value of 'backend_standards.secrets.allowed_values_regex': use a regular expression; the default, (none), holds until then"));
        });

    [Fact]
    public Task Reports_the_nearest_key_once_in_the_first_file_by_path() => Verify.Ignores(
        "class A;",
        test =>
        {
            test.TestState.Sources.Add(("/0/B.cs", "class B;"));
            test.TestState.Sources.Add(("/0/A0.cs", "class C;"));
            test.Configure("backend_standards.bst1030.version_stile = header");
            test.ExpectedDiagnostics.Add(Verify.Expected.WithSpan("/0/A0.cs", 1, 1, 1, 1).WithArguments(
                "'backend_standards.bst1030.version_stile' is no setting of BackendStandards: did you mean 'backend_standards.bst1030.version_style'?"));
        });

    [Fact]
    public Task Reports_each_value_that_cannot_be_used() => Verify.Ignores(
        "class A;",
        test =>
        {
            foreach (var name in new[] { "/0/X/A.cs", "/0/X/B.cs", "/0/Y/A.cs" }) test.TestState.Sources.Add((name, ""));
            test.TestState.AnalyzerConfigFiles.Add(("/0/X/.editorconfig", "[*.cs]\nbackend_standards.bst1030.version_style = query\n"));
            test.TestState.AnalyzerConfigFiles.Add(("/0/Y/.editorconfig", "[*.cs]\nbackend_standards.bst1030.version_style = paths\n"));
            const string use = "is no value of 'backend_standards.bst1030.version_style': use path, header or any; the default, path, holds until then";
            test.ExpectedDiagnostics.Add(Verify.Expected.WithSpan("/0/X/A.cs", 1, 1, 1, 1).WithArguments($"'query' {use}"));
            test.ExpectedDiagnostics.Add(Verify.Expected.WithSpan("/0/Y/A.cs", 1, 1, 1, 1).WithArguments($"'paths' {use}"));
        });

    [Fact]
    public Task Reports_settings_of_a_global_config() => Verify.Files(
        ["{|#0:|}class A;"],
        test =>
        {
            test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbackend_standards.bst1030.version_style = query\n"));
            test.ExpectedDiagnostics.Add(Verify.Expected.WithLocation(0).WithArguments(
                "'query' is no value of 'backend_standards.bst1030.version_style': use path, header or any; the default, path, holds until then"));
        });

    [Fact]
    public Task Ignores_settings_that_can_be_used_in_whatever_case() => Verify.Ignores(
        "class A;",
        test => test.Configure(
            "Backend_Standards.BST1030.Version_Style = Header",
            "backend_standards.bst1030.unversioned_paths = status, health*",
            "backend_standards.bst6001.sensitive_names = accountNumber",
            "backend_standards.bst6001.ignored_names =",
            "backend_standards.secrets.allowed_name_words = demo",
            "backend_standards.secrets.allowed_values_regex = ^sandbox-"));
}
