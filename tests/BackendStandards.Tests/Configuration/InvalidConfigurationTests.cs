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
}
