using System.Security.Cryptography;
using System.Text;
using BillingActors.Storage.Privacy;

namespace BillingActors.Storage.Users;

/// <summary>
/// Seals the keys of sessions under the master key, so that a copy of the database forges no session. Keys of an older
/// master key are left aside: after its rotation people log in again.
/// </summary>
public sealed class ProtectionKeys(IProtectionKeyStore store, MasterKey master)
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly byte[] _key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256, master.Bytes, 32, info: "billing-protection-keys"u8.ToArray());

    /// <summary>The text of all keys.</summary>
    public async Task<IReadOnlyList<string>> Read(CancellationToken cancellation) =>
        [.. (await store.Read(master.Id, cancellation)).Select(Open)];

    /// <summary>Adds a key.</summary>
    public Task Add(string name, string text, CancellationToken cancellation) =>
        store.Add(name, master.Id, Seal(text), cancellation);

    private byte[] Seal(string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var sealedKey = new byte[NonceLength + TagLength + plain.Length];
        var nonce = sealedKey.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(_key, TagLength);
        cipher.Encrypt(
            nonce, plain, sealedKey.AsSpan(NonceLength + TagLength), sealedKey.AsSpan(NonceLength, TagLength));
        return sealedKey;
    }

    private string Open(byte[] sealedKey)
    {
        var plain = new byte[sealedKey.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(_key, TagLength);
        cipher.Decrypt(
            sealedKey.AsSpan(0, NonceLength), sealedKey.AsSpan(NonceLength + TagLength),
            sealedKey.AsSpan(NonceLength, TagLength), plain);
        return Encoding.UTF8.GetString(plain);
    }
}
