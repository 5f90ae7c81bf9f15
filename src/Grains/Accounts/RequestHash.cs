using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace BillingActors.Grains.Accounts;

/// <summary>A short hash of a command's content: the same command id with another content is refused.</summary>
internal static class RequestHash
{
    /// <summary>16 characters of base64url over 96 bits of SHA-256.</summary>
    public static string Of<TCommand>(string name, TCommand command)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(new { name, command });
        return Base64Url.EncodeToString(SHA256.HashData(bytes).AsSpan(0, 12));
    }
}
