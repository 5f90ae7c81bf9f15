using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingActors.Storage.Audit;

/// <summary>
/// A signed statement of how every chain stood at one moment. It is small, to be kept where the database is not;
/// whoever
/// changes the books afterwards contradicts it.
/// </summary>
/// <param name="Number">Seals count from 1.</param>
/// <param name="At">When it was made.</param>
/// <param name="AccountCount">Accounts it covers.</param>
/// <param name="EntryCount">Entries of administration it covers.</param>
/// <param name="Root">Merkle root over the heads of the accounts in order of their keys, then of
/// administration.</param>
/// <param name="Previous">SHA-256 of the statement of the seal before; zeros for the first.</param>
/// <param name="PublicKey">The key that signed, as SubjectPublicKeyInfo in base64.</param>
/// <param name="Signature">ECDSA over the statement, in base64.</param>
public sealed record AuditSeal(
    long Number,
    DateTimeOffset At,
    long AccountCount,
    long EntryCount,
    string Root,
    string Previous,
    string PublicKey,
    string Signature)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        WriteIndented = true,
    };

    /// <summary>The predecessor of the first seal.</summary>
    public static string Nothing { get; } = new('0', 2 * SHA256.HashSizeInBytes);

    /// <summary>Names the key: the first 16 hexadecimal digits of its SHA-256.</summary>
    [JsonIgnore]
    public string KeyId => NameOf(Convert.FromBase64String(PublicKey));

    /// <summary>Reads a seal from JSON.</summary>
    public static AuditSeal Parse(string text)
    {
        try
        {
            var seal = JsonSerializer.Deserialize<AuditSeal>(text, Json)
                ?? throw new SealKeyException("The seal is empty.");
            _ = (Convert.FromBase64String(seal.PublicKey), Convert.FromBase64String(seal.Signature));
            return seal;
        }
        catch (Exception fault) when (fault is JsonException or FormatException)
        {
            throw new SealKeyException($"The seal is not well formed: {fault.Message}", fault);
        }
    }

    /// <summary>The seal as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Whether the key it names signed it.</summary>
    public bool IsSigned() => IsSignedBy(Convert.FromBase64String(PublicKey));

    /// <summary>Whether this key signed it.</summary>
    public bool IsSignedBy(ReadOnlySpan<byte> publicKey) =>
        SealKey.HasSigned(publicKey, Statement(), Convert.FromBase64String(Signature));

    /// <summary>The hash the next seal names.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Statement()));

    /// <summary>The same seal, signed.</summary>
    internal AuditSeal SignedBy(SealKey key)
    {
        var named = this with { PublicKey = Convert.ToBase64String(key.PublicKey.Span) };
        return named with { Signature = Convert.ToBase64String(key.Sign(named.Statement())) };
    }

    internal static string NameOf(ReadOnlySpan<byte> publicKey) =>
        Convert.ToHexStringLower(SHA256.HashData(publicKey))[..16];

    /// <summary>What is signed: everything but the signature, one line each.</summary>
    private byte[] Statement() => Encoding.UTF8.GetBytes(string.Join(
        '\n', "billing-seal 1", Text(Number), At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        Text(AccountCount), Text(EntryCount), Root, Previous, PublicKey));

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
