using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BackendStandards.Analyzers.Secrets;

/// <summary>The parameters and properties of known libraries that take keys, as data, and how an operation is matched with them.</summary>
internal sealed class KeySinks
{
    private const string Constructor = ".ctor";
    private const string Crypto = "System.Security.Cryptography.";
    private const string Certificates = Crypto + "X509Certificates.";
    private const string SigningKey = "SigningKey";
    private const string EncryptionKey = "EncryptionKey";
    private const string Passphrase = "Passphrase";
    private const string CertificatePassword = "Certificate:Password";

    private static readonly string[] Hmacs = ["HMACMD5", "HMACSHA1", "HMACSHA256", "HMACSHA384", "HMACSHA512", "HMACSHA3_256", "HMACSHA3_384", "HMACSHA3_512"];

    /// <summary>All rows.</summary>
    public static readonly ImmutableArray<KeySink> All = ImmutableArray.CreateRange(
        Hmacs.SelectMany(hmac => new[] { Constructor, "HashData", "HashDataAsync", "TryHashData" }.Select(member => new KeySink(Crypto + hmac, member, "key", KeyRole.Key, SigningKey)))
            .Concat(
            [
                new(Crypto + "KeyedHashAlgorithm", "Key", "value", KeyRole.Key, SigningKey),
                new(Crypto + "SymmetricAlgorithm", "Key", "value", KeyRole.Key, EncryptionKey),
                new(Crypto + "SymmetricAlgorithm", "IV", "value", KeyRole.InitializationVector, null),
                new(Crypto + "SymmetricAlgorithm", "CreateEncryptor", "rgbKey", KeyRole.Key, EncryptionKey),
                new(Crypto + "SymmetricAlgorithm", "CreateEncryptor", "rgbIV", KeyRole.InitializationVector, null),
                new(Crypto + "SymmetricAlgorithm", "CreateDecryptor", "rgbKey", KeyRole.Key, EncryptionKey),
                new(Crypto + "SymmetricAlgorithm", "EncryptCbc", "iv", KeyRole.InitializationVector, null),
                new(Crypto + "SymmetricAlgorithm", "EncryptCfb", "iv", KeyRole.InitializationVector, null),
                new(Crypto + "AesGcm", Constructor, "key", KeyRole.Key, EncryptionKey),
                new(Crypto + "AesGcm", "Encrypt", "nonce", KeyRole.InitializationVector, null),
                new(Crypto + "AesCcm", Constructor, "key", KeyRole.Key, EncryptionKey),
                new(Crypto + "AesCcm", "Encrypt", "nonce", KeyRole.InitializationVector, null),
                new(Crypto + "ChaCha20Poly1305", Constructor, "key", KeyRole.Key, EncryptionKey),
                new(Crypto + "ChaCha20Poly1305", "Encrypt", "nonce", KeyRole.InitializationVector, null),
                new(Crypto + "Rfc2898DeriveBytes", Constructor, "password", KeyRole.Password, Passphrase),
                new(Crypto + "Rfc2898DeriveBytes", Constructor, "salt", KeyRole.Salt, null),
                new(Crypto + "Rfc2898DeriveBytes", "Pbkdf2", "password", KeyRole.Password, Passphrase),
                new(Crypto + "Rfc2898DeriveBytes", "Pbkdf2", "salt", KeyRole.Salt, null),
                new(Crypto + "PasswordDeriveBytes", Constructor, "strPassword", KeyRole.Password, Passphrase),
                new(Crypto + "PasswordDeriveBytes", Constructor, "rgbSalt", KeyRole.Salt, null),
                new(Crypto + "HKDF", "DeriveKey", "ikm", KeyRole.Key, EncryptionKey),
                new(Crypto + "HKDF", "Extract", "ikm", KeyRole.Key, EncryptionKey),
                new(Crypto + "HKDF", "Expand", "prk", KeyRole.Key, EncryptionKey),
                new(Certificates + "X509Certificate2", Constructor, "password", KeyRole.Password, CertificatePassword),
                new(Certificates + "X509Certificate2", "CreateFromEncryptedPem", "password", KeyRole.Password, CertificatePassword),
                new(Certificates + "X509Certificate2", "CreateFromEncryptedPemFile", "password", KeyRole.Password, CertificatePassword),
                new(Certificates + "X509CertificateLoader", "LoadPkcs12", "password", KeyRole.Password, CertificatePassword),
                new(Certificates + "X509CertificateLoader", "LoadPkcs12FromFile", "password", KeyRole.Password, CertificatePassword),
                new(Certificates + "X509CertificateLoader", "LoadPkcs12Collection", "password", KeyRole.Password, CertificatePassword),
                new(Certificates + "X509CertificateLoader", "LoadPkcs12CollectionFromFile", "password", KeyRole.Password, CertificatePassword),
                new("Microsoft.AspNetCore.Cryptography.KeyDerivation.KeyDerivation", "Pbkdf2", "password", KeyRole.Password, Passphrase),
                new("Microsoft.AspNetCore.Cryptography.KeyDerivation.KeyDerivation", "Pbkdf2", "salt", KeyRole.Salt, null),
                new("Microsoft.AspNetCore.DataProtection.Secret", Constructor, "value", KeyRole.Key, "DataProtection:Key"),
                new("Microsoft.IdentityModel.Tokens.SymmetricSecurityKey", Constructor, "key", KeyRole.Key, "Jwt:SigningKey"),
                new("Microsoft.IdentityModel.Tokens.JsonWebKey", "K", "value", KeyRole.Key, "Jwt:SigningKey"),
            ]));

    /// <summary>The names by one of which a file tells that it may have a sink in it: those of the types, and of what makes symmetric algorithms.</summary>
    public static readonly ImmutableHashSet<string> TypeNames = All.Select(row => row.Type.Substring(row.Type.LastIndexOf('.') + 1))
        .Concat(["Aes", "AesManaged", "AesCng", "AesCryptoServiceProvider", "DES", "DESCryptoServiceProvider", "TripleDES", "TripleDESCng", "TripleDESCryptoServiceProvider", "RC2", "Rijndael", "RijndaelManaged", "HMAC"])
        .ToImmutableHashSet(StringComparer.Ordinal);

    /// <summary>The names of members, apart from constructors, that take a key.</summary>
    public static readonly ImmutableHashSet<string> MemberNames = All.Select(row => row.Member).Where(member => member != Constructor).ToImmutableHashSet(StringComparer.Ordinal);

    private readonly Dictionary<ISymbol, List<KeySink>> _rows = new(SymbolEqualityComparer.Default);

    public KeySinks(Compilation compilation)
    {
        foreach (var row in All)
        {
            if (compilation.GetTypeByMetadataName(row.Type) is not { } type) continue;
            if (!_rows.TryGetValue(type, out var rows)) _rows.Add(type, rows = []);
            rows.Add(row);
        }
    }

    /// <summary>Whether the compilation references none of the types.</summary>
    public bool IsEmpty => _rows.Count == 0;

    /// <summary>The keys that an operation takes, with the name of what takes them: <c>SymmetricSecurityKey</c>, <c>Aes.Key</c>, <c>HMACSHA256.HashData</c>.</summary>
    public IEnumerable<(IOperation Value, KeySink Sink, string Taker)> Find(IOperation operation) => operation switch
    {
        IObjectCreationOperation { Constructor: { } constructor } creation => FromArguments(creation.Arguments, constructor, Constructor, constructor.ContainingType.Name),
        IInvocationOperation call => FromArguments(call.Arguments, call.TargetMethod, call.TargetMethod.Name, $"{TypeName(call.Instance, call.TargetMethod)}.{call.TargetMethod.Name}"),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment => Rows(target.Property.ContainingType, target.Property.Name)
            .Where(row => row.Parameter == "value").Take(1).Select(row => (assignment.Value, row, $"{TypeName(target.Instance, target.Property)}.{target.Property.Name}")),
        _ => [],
    };

    private IEnumerable<(IOperation, KeySink, string)> FromArguments(ImmutableArray<IArgumentOperation> arguments, IMethodSymbol method, string member, string taker)
    {
        var rows = Rows(method.ContainingType, member).ToList();
        if (rows.Count == 0) yield break;
        foreach (var argument in arguments)
            if (rows.FirstOrDefault(row => row.Parameter == argument.Parameter?.Name) is { } row)
                yield return (argument.Value, row, taker);
    }

    private static string TypeName(IOperation? instance, ISymbol member) => (instance?.Type ?? member.ContainingType).Name;

    // A member that is overridden counts where it is first declared; constructors are not inherited.
    private IEnumerable<KeySink> Rows(INamedTypeSymbol? type, string member)
    {
        for (var up = type; up is not null; up = member == Constructor ? null : up.BaseType)
            if (_rows.TryGetValue(up.OriginalDefinition, out var rows))
                foreach (var row in rows)
                    if (row.Member == member) yield return row;
    }
}
