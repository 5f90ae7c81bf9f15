using System.Security.Cryptography;
using System.Text;

namespace BillingActors.Gateway.Auth;

/// <summary>The text of an API key: "bak", its public id and a secret of 256 random bits.</summary>
/// <param name="KeyId">Public id: 16 hexadecimal digits.</param>
/// <param name="Secret">Secret: 64 hexadecimal digits.</param>
internal sealed record ApiKeyText(string KeyId, string Secret)
{
    /// <summary>How every key begins, so that one can be recognised where it should not be.</summary>
    public const string Prefix = "bak_";

    private const int IdLength = 16;
    private const int SecretLength = 64;

    /// <summary>A new key with random id and secret.</summary>
    public static ApiKeyText Random() => For(RandomNumberGenerator.GetHexString(IdLength, lowercase: true));

    /// <summary>A new secret for a given id.</summary>
    public static ApiKeyText For(string keyId) => new(keyId, NewSecret());

    /// <summary>The id that belongs to a command: a repeated command finds the key it made.</summary>
    public static string IdFor(string seed) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed)))[..IdLength];

    /// <summary>Reads a key; null when the text is none.</summary>
    public static ApiKeyText? Parse(string text)
    {
        var parts = text.Split('_');
        return parts is ["bak", { Length: IdLength } id, { Length: SecretLength } secret]
            && IsHex(id) && IsHex(secret)
                ? new ApiKeyText(id, secret)
                : null;
    }

    /// <summary>What is stored of the secret.</summary>
    public byte[] Hash() => SHA256.HashData(Encoding.ASCII.GetBytes(Secret));

    public override string ToString() => $"{Prefix}{KeyId}_{Secret}";

    private static string NewSecret() => RandomNumberGenerator.GetHexString(SecretLength, lowercase: true);

    private static bool IsHex(string text) => text.All(char.IsAsciiHexDigitLower);
}
