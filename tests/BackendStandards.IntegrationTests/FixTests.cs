using BackendStandards.IntegrationTests.Testing;

namespace BackendStandards.IntegrationTests;

/// <summary>The fixes, applied from the command line to a copy of the shop done wrong.</summary>
public sealed class FixTests
{
    /// <summary>What stays, by file and rule: no fix is right there, or only one that somebody must choose, one by one.</summary>
    private static readonly Dictionary<(string File, string Rule), int> Stays = new()
    {
        // A table or a column, an unquoted text, a text put together elsewhere.
        [("Data/CustomerQueries.cs", "BST3020")] = 1,
        [("Data/OrderQueries.cs", "BST3021")] = 1,
        [("Data/ProductQueries.cs", "BST3020")] = 4,
        [("Data/ProductQueries.cs", "BST3021")] = 2,
        [("Data/StockQueries.cs", "BST3020")] = 2,
        [("Data/StockQueries.cs", "BST3021")] = 2,
        // Somebody has to say which values are allowed.
        [("Controllers/FilesController.cs", "BST3022")] = 1,
        [("Controllers/FilesController.cs", "BST3005")] = 1,
        [("Controllers/FilesController.cs", "BST3026")] = 1,
        [("Endpoints/PageEndpoints.cs", "BST3027")] = 1,
        // Constants and static members, where no configuration is in reach.
        [("Secrets/PartnerClients.cs", "BST4002")] = 2,
        [("Secrets/Signatures.cs", "BST4003")] = 5,
        [("Secrets/TokenFactory.cs", "BST4003")] = 1,
        // Values handed to a delegate or a generated method: they can be masked and not be left out, and the command line takes one way for all.
        [("Logging/ShopLog.cs", "BST6001")] = 2,
        // These fixes are asked for one by one, or their rules have none: how a password is kept, how a credential comes in, what a client is told.
        [("Controllers/MembersController.cs", "BST3080")] = 2,
        [("Controllers/StockController.cs", "BST3090")] = 1,
        [("Controllers/StockController.cs", "BST3017")] = 1,
        [("Secrets/Connections.cs", "BST4004")] = 3,
        [("Secrets/Passwords.cs", "BST3057")] = 1,
        [("Secrets/Passwords.cs", "BST3058")] = 2,
        [("Secrets/Passwords.cs", "BST3081")] = 2,
        [("Secrets/ProviderKeys.cs", "BST4001")] = 2,
        [("appsettings.json", "BST4005")] = 2,
        // A code that is in no catalogue is put there by somebody, and all that controllers answer with changes.
        [("Responses/BasketsController.cs", "BST2004")] = 1,
        [("Responses/BasketSetup.cs", "BST2007")] = 1,
        // Which sites may call, who may come in, and how often one may try, somebody decides.
        [("Program.cs", "BST3055")] = 1,
        [("Program.cs", "BST3032")] = 1,
        [("Endpoints/PaymentEndpoints.cs", "BST3050")] = 1,
        [("Endpoints/VersionedEndpoints.cs", "BST3051")] = 1,
        [("Controllers/MembersController.cs", "BST3031")] = 2,
        [("Endpoints/AccountEndpoints.cs", "BST3031")] = 1,
        // Pages are another contract.
        [("Endpoints/ListEndpoints.cs", "BST1040")] = 1,
        [("Controllers/CustomersController.cs", "BST1040")] = 1,
        // Who owns a thing, and what clients have to follow, a person knows.
        [("Endpoints/DraftEndpoints.cs", "BST1002")] = 1,
        [("Endpoints/DraftEndpoints.cs", "BST1020")] = 1,
        [("Endpoints/DraftEndpoints.cs", "BST3060")] = 1,
        [("Endpoints/DraftEndpoints.cs", "BST3070")] = 1,
        [("Endpoints/DraftEndpoints.cs", "BST3071")] = 1,
        // Which service takes it over, a person knows.
        [("Endpoints/DraftEndpoints.cs", "BST9001")] = 3,
        [("Endpoints/StaffEndpoints.cs", "BST9001")] = 1,
        // What clients see, and what they may set.
        [("Endpoints/StaffEndpoints.cs", "BST2010")] = 1,
        [("Endpoints/StaffEndpoints.cs", "BST2011")] = 1,
        // Somebody switched it off.
        [("Endpoints/SupplierEndpoints.cs", "BST3002")] = 1,
        // Fixed one by one and by Fix all in an IDE; dotnet format does not apply it, and why is open.
        [("Endpoints/SupplierEndpoints.cs", "BST1001")] = 1,
        // Applied where fewer rules are asked for at once (EnvelopeFixTests); why not among all of these is open.
        [("Program.cs", "BST2090")] = 1,
        // A new route breaks clients, and whose fault an error is, somebody has to say.
        [("Endpoints/SupplierEndpoints.cs", "BST1010")] = 1,
        [("Endpoints/SupplierEndpoints.cs", "BST1011")] = 1,
        [("Endpoints/SupplierEndpoints.cs", "BST1012")] = 1,
        [("Endpoints/SupplierEndpoints.cs", "BST1031")] = 1,
        [("Endpoints/SupplierEndpoints.cs", "BST1023")] = 1,
        [("Controllers/CustomersController.cs", "BST1030")] = 1,
        [("Controllers/ProductsController.cs", "BST1030")] = 1,
        [("Controllers/StockController.cs", "BST1030")] = 2,
        [("Endpoints/AccountEndpoints.cs", "BST1030")] = 1,
        [("Endpoints/OrderEndpoints.cs", "BST1030")] = 1,
        [("Endpoints/PaymentEndpoints.cs", "BST1030")] = 2,
        [("Endpoints/ReportEndpoints.cs", "BST1030")] = 2,
        // What an endpoint is for, and what it answers, is said first for one; the whole application is nobody's single edit.
        [("Program.cs", "BST8001")] = 1,
        [("Controllers/CustomersController.cs", "BST8002")] = 1,
        [("Controllers/FilesController.cs", "BST8002")] = 1,
        [("Controllers/MembersController.cs", "BST8002")] = 1,
        [("Controllers/ProductsController.cs", "BST8002")] = 1,
        [("Controllers/StockController.cs", "BST8002")] = 1,
        [("Endpoints/AccountEndpoints.cs", "BST8002")] = 1,
        [("Endpoints/DraftEndpoints.cs", "BST8002")] = 1,
        [("Endpoints/OrderEndpoints.cs", "BST8002")] = 2,
        [("Endpoints/StaffEndpoints.cs", "BST8002")] = 1,
        [("Endpoints/SupplierEndpoints.cs", "BST8002")] = 1,
        [("Endpoints/VersionedEndpoints.cs", "BST8002")] = 2,
        [("Responses/BasketsController.cs", "BST8002")] = 1,
    };

    [Fact]
    public async Task Dotnet_format_fixes_what_has_a_safe_fix_and_the_result_builds()
    {
        var project = TestProject.FromSample("Storefront.Violations", "Storefront.Violations-fixed");
        (await DotnetCli.RunAsync(project.Folder, "restore", "-v", "q")).MustSucceed();

        var format = await DotnetCli.RunAsync(project.Folder,
            "format", "analyzers", "--no-restore", "--severity", "info", "--diagnostics",
            "BST1003", "BST1013", "BST1021", "BST1022", "BST1024", "BST1030", "BST1041", "BST1042", "BST1043", "BST2001", "BST2003", "BST2004", "BST2005", "BST2006", "BST2090", "BST2091", "BST3001", "BST3003", "BST3004", "BST3005", "BST3010", "BST3013", "BST3020", "BST3021", "BST3024", "BST3025", "BST3032", "BST3040", "BST3052", "BST3054", "BST3057", "BST3058", "BST3061", "BST3081", "BST3090", "BST3091", "BST4001", "BST4002", "BST4003", "BST4004", "BST6001", "BST6002", "BST6003", "BST6004", "BST6020", "BST6022", "BST6023");
        var after = await project.BuildAsync("--no-restore");

        format.MustSucceed();
        after.Cli.MustSucceed();
        var left = after.Findings.GroupBy(finding => (finding.File, finding.Rule)).Where(group => group.Count() > Stays.GetValueOrDefault(group.Key));
        Assert.True(!left.Any(), string.Join("\n", left.SelectMany(group => group)));
    }
}
