// A hash in hexadecimal digits holds nothing that was asked for.
using System.Security.Cryptography;
using System.Text;

internal sealed class Hashes
{
    public void Hashed()
    {
        SINK(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(INPUT)))); // safe
    }

    public void Encoded()
    {
        SINK(System.Net.WebUtility.UrlDecode(INPUT)); // vulnerable
    }
}
