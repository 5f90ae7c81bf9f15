using System.Security.Cryptography;
using System.Text;

namespace BillingActors.Storage.Privacy;

/// <summary>
/// AES-256-GCM envelopes: one byte of format, nonce, tag, ciphertext. What an envelope belongs to is authenticated with it,
/// so that none can be put in another's place.
/// </summary>
internal static class PersonalDataCipher
{
    /// <summary>Bytes of every key.</summary>
    public const int KeyLength = 32;

    private const byte Format = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int HeaderLength = 1 + NonceLength + TagLength;

    /// <summary>A new random key.</summary>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyLength);

    /// <summary>Encrypts for a place, such as "customer/C-1/3".</summary>
    public static byte[] Encrypt(byte[] key, ReadOnlySpan<byte> plain, string place)
    {
        var envelope = new byte[HeaderLength + plain.Length];
        envelope[0] = Format;
        var nonce = envelope.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(
            nonce,
            plain,
            envelope.AsSpan(HeaderLength),
            envelope.AsSpan(1 + NonceLength, TagLength),
            Encoding.UTF8.GetBytes(place));
        return envelope;
    }

    /// <summary>Decrypts what was encrypted with the key for the same place; anything else fails.</summary>
    public static byte[] Decrypt(byte[] key, ReadOnlySpan<byte> envelope, string place)
    {
        if (envelope.Length < HeaderLength || envelope[0] != Format)
            throw new PersonalDataKeyException($"The envelope of {place} has an unknown format.");
        var plain = new byte[envelope.Length - HeaderLength];
        using var aes = new AesGcm(key, TagLength);
        try
        {
            aes.Decrypt(
                envelope.Slice(1, NonceLength),
                envelope[HeaderLength..],
                envelope.Slice(1 + NonceLength, TagLength),
                plain,
                Encoding.UTF8.GetBytes(place));
        }
        catch (AuthenticationTagMismatchException fault)
        {
            throw new PersonalDataKeyException($"The envelope of {place} does not open: wrong key, or it was changed.", fault);
        }
        return plain;
    }
}
