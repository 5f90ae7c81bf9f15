using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace BillingActors.Gateway.Http;

/// <summary>Writes and reads cursors: a position in a list, signed together with the list it belongs to.</summary>
internal sealed class Cursors(IOptions<GatewayOptions> options)
{
    private const int SignatureLength = 16;

    private readonly byte[] _key = options.Value.CursorKey.Length == 0
        ? RandomNumberGenerator.GetBytes(32)
        : Convert.FromBase64String(options.Value.CursorKey);

    /// <summary>A cursor for a position in a list.</summary>
    public string Write(string list, string position)
    {
        var text = Encoding.UTF8.GetBytes(position);
        return Base64Url.EncodeToString([.. Sign(list, text), .. text]);
    }

    /// <summary>The position, or null when the cursor was not made here for this list.</summary>
    public string? Read(string list, string cursor)
    {
        if (!Base64Url.IsValid(cursor))
            return null;
        var bytes = Base64Url.DecodeFromChars(cursor);
        if (bytes.Length <= SignatureLength)
            return null;
        var text = bytes.AsSpan(SignatureLength);
        return CryptographicOperations.FixedTimeEquals(Sign(list, text), bytes.AsSpan(0, SignatureLength))
            ? Encoding.UTF8.GetString(text)
            : null;
    }

    private ReadOnlySpan<byte> Sign(string list, ReadOnlySpan<byte> position)
    {
        byte[] signed = [.. SHA256.HashData(Encoding.UTF8.GetBytes(list)), .. position];
        return HMACSHA256.HashData(_key, signed).AsSpan(0, SignatureLength);
    }
}
