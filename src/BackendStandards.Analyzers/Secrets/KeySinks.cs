using System.Collections.Immutable;

namespace BackendStandards.Analyzers.Secrets;

/// <summary>The parameters and properties of known libraries that take keys, as data.</summary>
internal static class KeySinks
{
    private const string Constructor = SinkTable.Constructor;
    private const string Crypto = "System.Security.Cryptography.";
    private const string Certificates = Crypto + "X509Certificates.";
    private const string SigningKey = "SigningKey";
    private const string EncryptionKey = "EncryptionKey";
    private const string Passphrase = "Passphrase";
    private const string CertificatePassword = "Certificate:Password";

    private static readonly string[] Hmacs = ["HMACMD5", "HMACSHA1", "HMACSHA256", "HMACSHA384", "HMACSHA512", "HMACSHA3_256", "HMACSHA3_384", "HMACSHA3_512"];

    /// <summary>All rows.</summary>
    public static readonly ImmutableArray<ConstantSink> All = ImmutableArray.CreateRange(
        Hmacs.SelectMany(hmac => new[] { Constructor, "HashData", "HashDataAsync", "TryHashData" }.Select(member => new ConstantSink(Crypto + hmac, member, "key", SinkRole.Key, SigningKey)))
            .Concat(
            [
                new(Crypto + "KeyedHashAlgorithm", "Key", "value", SinkRole.Key, SigningKey),
                new(Crypto + "SymmetricAlgorithm", "Key", "value", SinkRole.Key, EncryptionKey),
                new(Crypto + "SymmetricAlgorithm", "IV", "value", SinkRole.InitializationVector, null),
                new(Crypto + "SymmetricAlgorithm", "CreateEncryptor", "rgbKey", SinkRole.Key, EncryptionKey),
                new(Crypto + "SymmetricAlgorithm", "CreateEncryptor", "rgbIV", SinkRole.InitializationVector, null),
                new(Crypto + "SymmetricAlgorithm", "CreateDecryptor", "rgbKey", SinkRole.Key, EncryptionKey),
                new(Crypto + "SymmetricAlgorithm", "EncryptCbc", "iv", SinkRole.InitializationVector, null),
                new(Crypto + "SymmetricAlgorithm", "EncryptCfb", "iv", SinkRole.InitializationVector, null),
                new(Crypto + "AesGcm", Constructor, "key", SinkRole.Key, EncryptionKey),
                new(Crypto + "AesGcm", "Encrypt", "nonce", SinkRole.InitializationVector, null),
                new(Crypto + "AesCcm", Constructor, "key", SinkRole.Key, EncryptionKey),
                new(Crypto + "AesCcm", "Encrypt", "nonce", SinkRole.InitializationVector, null),
                new(Crypto + "ChaCha20Poly1305", Constructor, "key", SinkRole.Key, EncryptionKey),
                new(Crypto + "ChaCha20Poly1305", "Encrypt", "nonce", SinkRole.InitializationVector, null),
                new(Crypto + "Rfc2898DeriveBytes", Constructor, "password", SinkRole.Password, Passphrase),
                new(Crypto + "Rfc2898DeriveBytes", Constructor, "salt", SinkRole.Salt, null),
                new(Crypto + "Rfc2898DeriveBytes", "Pbkdf2", "password", SinkRole.Password, Passphrase),
                new(Crypto + "Rfc2898DeriveBytes", "Pbkdf2", "salt", SinkRole.Salt, null),
                new(Crypto + "PasswordDeriveBytes", Constructor, "strPassword", SinkRole.Password, Passphrase),
                new(Crypto + "PasswordDeriveBytes", Constructor, "rgbSalt", SinkRole.Salt, null),
                new(Crypto + "HKDF", "DeriveKey", "ikm", SinkRole.Key, EncryptionKey),
                new(Crypto + "HKDF", "Extract", "ikm", SinkRole.Key, EncryptionKey),
                new(Crypto + "HKDF", "Expand", "prk", SinkRole.Key, EncryptionKey),
                new(Certificates + "X509Certificate2", Constructor, "password", SinkRole.Password, CertificatePassword),
                new(Certificates + "X509Certificate2", "CreateFromEncryptedPem", "password", SinkRole.Password, CertificatePassword),
                new(Certificates + "X509Certificate2", "CreateFromEncryptedPemFile", "password", SinkRole.Password, CertificatePassword),
                new(Certificates + "X509CertificateLoader", "LoadPkcs12", "password", SinkRole.Password, CertificatePassword),
                new(Certificates + "X509CertificateLoader", "LoadPkcs12FromFile", "password", SinkRole.Password, CertificatePassword),
                new(Certificates + "X509CertificateLoader", "LoadPkcs12Collection", "password", SinkRole.Password, CertificatePassword),
                new(Certificates + "X509CertificateLoader", "LoadPkcs12CollectionFromFile", "password", SinkRole.Password, CertificatePassword),
                new("Microsoft.AspNetCore.Cryptography.KeyDerivation.KeyDerivation", "Pbkdf2", "password", SinkRole.Password, Passphrase),
                new("Microsoft.AspNetCore.Cryptography.KeyDerivation.KeyDerivation", "Pbkdf2", "salt", SinkRole.Salt, null),
                new("Microsoft.AspNetCore.DataProtection.Secret", Constructor, "value", SinkRole.Key, "DataProtection:Key"),
                new(Crypto + "AsymmetricAlgorithm", "ImportPkcs8PrivateKey", "source", SinkRole.Key, SigningKey),
                new(Crypto + "RSA", "ImportRSAPrivateKey", "source", SinkRole.Key, SigningKey),
                new(Crypto + "ECAlgorithm", "ImportECPrivateKey", "source", SinkRole.Key, SigningKey),
                new("System.IdentityModel.Tokens.InMemorySymmetricSecurityKey", Constructor, "symmetricKey", SinkRole.Key, SigningKey),
                new("Org.BouncyCastle.Crypto.Parameters.KeyParameter", Constructor, "key", SinkRole.Key, EncryptionKey),
                new("Org.BouncyCastle.Crypto.Parameters.ParametersWithIV", Constructor, "iv", SinkRole.InitializationVector, null),
                new("Microsoft.IdentityModel.Tokens.SymmetricSecurityKey", Constructor, "key", SinkRole.Key, "Jwt:SigningKey"),
                new("Microsoft.IdentityModel.Tokens.JsonWebKey", "K", "value", SinkRole.Key, "Jwt:SigningKey"),
            ]));

    /// <summary>The rows, and what makes symmetric algorithms.</summary>
    public static readonly SinkTable Table = new(All, readsTexts: false,
        "Aes", "AesManaged", "AesCng", "AesCryptoServiceProvider", "DES", "DESCryptoServiceProvider", "TripleDES", "TripleDESCng", "TripleDESCryptoServiceProvider", "RC2", "Rijndael", "RijndaelManaged", "HMAC");
}
