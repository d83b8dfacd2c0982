using BackendStandards.Analyzers.Secrets.Providers;

namespace BackendStandards.Analyzers.Secrets.Settings;

/// <summary>Finds the secrets among the settings of a file: by an issuer's format, in connection strings, and by name.</summary>
internal static class SettingSecrets
{
    private static readonly string[] MachineKeys = ["validationKey", "decryptionKey"];

    public static IEnumerable<SettingSecret> In(SettingsFile file, string text, CancellationToken cancellation)
    {
        foreach (var entry in file.Read(text))
        {
            cancellation.ThrowIfCancellationRequested();
            if (Judge(file, entry) is { } secret) yield return secret;
        }
    }

    private static SettingSecret? Judge(SettingsFile file, SettingEntry entry)
    {
        if (ProviderFormats.Find(entry.Value, word => entry.Path.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0) is { } match) return new(entry, match.Name, file.IsOwnMachine);
        // Made-up passwords are what files for development are for.
        if (file.IsOwnMachine) return null;
        if (ConnectionText.MayHold(entry.Value) && ConnectionText.Find(entry.Value) is { IsEmpty: false } credential)
            return new(entry, credential.IsUrl ? "Password in the URL" : "Password in the connection string", credential.IsLocal);
        if (!SecretValues.MayBeSecret(entry.Value) || NameOf(file, entry.Path) is not { } name) return null;
        return SecretValues.IsSecret(entry.Value, name) ? new(entry, name.KindText, SecretValues.IsGuid(entry.Value)) : null;
    }

    private static CredentialName? NameOf(SettingsFile file, string path)
    {
        var keys = path.Split([":", "__"], StringSplitOptions.RemoveEmptyEntries);
        // Places in lists are no names.
        var count = keys.Length;
        while (count > 1 && keys[count - 1].All(char.IsDigit)) count--;
        if (count == 0) return null;
        var last = keys[count - 1];
        if (MachineKeys.Contains(last, StringComparer.OrdinalIgnoreCase)) return CredentialName.Known(last, CredentialKind.Key);
        // NuGet keeps an encrypted password under this key, and one in clear under another.
        if (file.IsNuGet && last.Equals("Password", StringComparison.OrdinalIgnoreCase)) return null;
        return CredentialName.Read(last) ?? (count > 1 ? CredentialName.Read($"{keys[count - 2]}:{last}") : null);
    }
}
