using BackendStandards.Analyzers.Catalogue;
using BackendStandards.Analyzers.Rules.Reliability;
using BackendStandards.CodeFixes.Rules.Reliability;
using BackendStandards.Tests.Testing;

namespace BackendStandards.Tests.Rules.Reliability;

public class PersonalDataLoggedTests
{
    private static readonly FixTest<Only<SensitiveValueLogged>, SensitiveValueLoggedFix> Verify = new(RuleCatalog.PersonalDataLogged);

    [Theory]
    [InlineData("ssn")]
    [InlineData("socialSecurityNumber")]
    [InlineData("passportNumber")]
    [InlineData("creditCard")]
    [InlineData("cardNumber")]
    [InlineData("iban")]
    [InlineData("birthDate")]
    [InlineData("customerPhone")]
    [InlineData("street")]
    [InlineData("postcode")]
    public Task Reports_personal_data(string name) => Verify.Reports($$"""class Sample { void M(ILogger logger, string {{name}}) => logger.LogInformation("{V}", [|{{name}}|]); }""");

    [Theory]
    [InlineData("email")]
    [InlineData("firstName")]
    public Task Reports_addresses_and_names_of_people_where_they_are_asked_for(string name) => Verify.Reports(
        $$"""class Sample { void M(ILogger logger, string {{name}}) => logger.LogInformation("{V}", [|{{name}}|]); }""",
        test => test.Configure("backend_standards.log_personal_data = strict"));

    [Theory]
    [InlineData("email")]
    [InlineData("firstName")]
    [InlineData("passportId")]
    [InlineData("phoneType")]
    [InlineData("cardCount")]
    [InlineData("ibanLength")]
    [InlineData("maskedIban")]
    [InlineData("phoneHash")]
    [InlineData("supportPhone")]
    [InlineData("discard")]
    [InlineData("card")]
    public Task Ignores_names_that_only_look_personal(string name) => Verify.Ignores($$"""class Sample { void M(ILogger logger, string {{name}}) => logger.LogInformation("{V}", {{name}}); }""");

    [Fact]
    public Task Ignores_values_that_are_no_text_or_are_masked() => Verify.Ignores(
        """
        class Sample
        {
            static string Mask(string value) => "***";
            void M(ILogger logger, string ssn, bool phone, DateTime birthDate) => logger.LogInformation("{A} {B} {C} {D} {E}", Mask(ssn), phone, birthDate, nameof(ssn), ssn.Length);
        }
        """);

    [Fact]
    public async Task One_finding_for_each_argument()
    {
        var found = await Sources.AnalyzeAsync(Sources.Compile("""class Sample { void M(ILogger logger, string ssn, string password) => logger.LogInformation("{Token} {B} {C}", ssn, password, ssn); }"""));
        Assert.Equal(["BST6001", "BST6001", "BST6004"], found.Select(finding => finding.Id));
    }

    [Fact]
    public Task Leaves_personal_data_out_of_messages() => Verify.FixesAll(
        """
        class Sample
        {
            void M(ILogger logger, int id, string phone)
            {
                logger.LogInformation("Customer {Id} with phone {Phone} was called", id, [|phone|]);
                logger.LogInformation($"Customer {id} has moved, phone: {[|phone|]}");
            }
        }
        """,
        """
        class Sample
        {
            void M(ILogger logger, int id, string phone)
            {
                logger.LogInformation("Customer {Id} was called", id);
                logger.LogInformation($"Customer {id} has moved");
            }
        }
        """);
}
