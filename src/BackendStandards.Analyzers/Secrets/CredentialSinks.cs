using System.Collections.Immutable;

namespace BackendStandards.Analyzers.Secrets;

/// <summary>The parameters and properties of known libraries that take credentials, as data.</summary>
internal static class CredentialSinks
{
    private const string Constructor = SinkTable.Constructor;
    private const string Password = "Password";

    /// <summary>All rows. A type of <c>*</c> stands for every type outside of the sources.</summary>
    public static readonly ImmutableArray<ConstantSink> All = ImmutableArray.Create<ConstantSink>(
        Row("System.Net.NetworkCredential", Constructor, "password"),
        Row("System.Security.SecureString", "AppendChar", "c"),
        Row("System.DirectoryServices.DirectoryEntry", Constructor, "password"),
        Row("System.DirectoryServices.AccountManagement.PrincipalContext", Constructor, "password"),
        Row("System.DirectoryServices.AccountManagement.PrincipalContext", "ValidateCredentials", "password"),
        Row("System.Web.Security.Membership", "CreateUser", "password"),
        Row("System.Web.Security.Membership", "ValidateUser", "password"),
        Row("System.Web.Security.FormsAuthentication", "Authenticate", "password"),
        Row("System.Diagnostics.ProcessStartInfo", "PasswordInClearText", SinkTable.Value),
        Row("Azure.Identity.UsernamePasswordCredential", Constructor, "password"),
        Row("Azure.Identity.ClientSecretCredential", Constructor, "clientSecret", CredentialKind.Secret),
        Row("Azure.AzureKeyCredential", Constructor, "key", CredentialKind.ApiKey),
        Row("Azure.AzureSasCredential", Constructor, "signature", CredentialKind.Token),
        Row("Azure.Storage.StorageSharedKeyCredential", Constructor, "accountKey", CredentialKind.Key),
        Row("Amazon.Runtime.BasicAWSCredentials", Constructor, "secretKey", CredentialKind.Secret),
        Row("MailKit.MailService", "Authenticate", "password"),
        Row("MailKit.MailService", "AuthenticateAsync", "password"),
        Row("Microsoft.Identity.Client.ConfidentialClientApplicationBuilder", "WithClientSecret", "clientSecret", CredentialKind.Secret),
        Row("Microsoft.AspNetCore.Identity.UserManager`1", "CreateAsync", "password"),
        Row("Microsoft.AspNetCore.Identity.UserManager`1", "AddPasswordAsync", "password"),
        Row("System.Net.Http.Headers.AuthenticationHeaderValue", Constructor, "parameter", CredentialKind.Token),
        // Connection string builders, mail clients, message brokers.
        Row(SinkTable.AnyLibrary, Password, SinkTable.Value),
        Row(SinkTable.AnyLibrary, "ClientSecret", SinkTable.Value, CredentialKind.Secret));

    /// <summary>The rows, and texts that end with <c>Password=</c>.</summary>
    public static readonly SinkTable Table = new(All, readsTexts: true);

    /// <summary>The row of a value that is joined to a text which ends with <c>Password=</c>.</summary>
    public static readonly ConstantSink ConnectionString = Row("", "", "");

    private static ConstantSink Row(string type, string member, string parameter, CredentialKind kind = CredentialKind.Password) =>
        new(type, member, parameter, SinkRole.Credential, kind.ToString(), kind);
}
