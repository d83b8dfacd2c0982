namespace Storefront.Violations.Secrets;

public sealed class MailSettings
{
    public string Host { get; set; } = "";

    public string User { get; set; } = "";

    public string Password { get; set; } = "";
}
