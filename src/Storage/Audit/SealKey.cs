using System.Security.Cryptography;

namespace BillingActors.Storage.Audit;

/// <summary>The key that signs seals: ECDSA on P-256 over SHA-256; it lives outside the database.</summary>
public sealed class SealKey : IDisposable
{
    private const int BitCount = 256;

    private readonly ECDsa _key;

    private SealKey(ECDsa key) => (_key, PublicKey) = (key, key.ExportSubjectPublicKeyInfo());

    /// <summary>The public half, as SubjectPublicKeyInfo.</summary>
    public ReadOnlyMemory<byte> PublicKey { get; }

    /// <summary>The public half as PEM, to be kept where the database is not.</summary>
    public string PublicPem => _key.ExportSubjectPublicKeyInfoPem();

    /// <summary>A new random key.</summary>
    public static SealKey Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Reads a private key from PEM.</summary>
    public static SealKey Parse(string pem) => new(Import(pem));

    /// <summary>
    /// The key of the options; without one, the file beside the SQLite database, made when it is first asked for.
    /// </summary>
    public static SealKey Of(AuditOptions options, StorageOptions storage)
    {
        if (options.SealKeyFile.Length > 0)
            return Parse(Read(options.SealKeyFile));
        if (storage.Provider != StorageOptions.Sqlite)
        {
            throw new SealKeyException(
                $"Set {AuditOptions.Section}:{nameof(AuditOptions.SealKeyFile)}; "
                + "a cluster has no place of its own for the key that signs seals.");
        }
        var beside = storage.Path + ".seal.pem";
        return File.Exists(beside) ? Parse(Read(beside)) : CreateFile(beside);
    }

    /// <summary>The public half of a key in PEM, private or public.</summary>
    public static byte[] ReadPublic(string path)
    {
        using var key = Import(Read(path));
        return key.ExportSubjectPublicKeyInfo();
    }

    /// <summary>Signs.</summary>
    public byte[] Sign(ReadOnlySpan<byte> statement) => _key.SignData(statement, HashAlgorithmName.SHA256);

    /// <summary>Whether a key signed a statement; a key that is none has signed nothing.</summary>
    public static bool HasSigned(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> statement, ReadOnlySpan<byte> seal)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(publicKey, out _);
            return key.KeySize == BitCount && key.VerifyData(statement, seal, HashAlgorithmName.SHA256);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _key.Dispose();

    private static ECDsa Import(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return key.KeySize == BitCount
                ? key
                : throw new SealKeyException($"The key that signs seals must be on P-256, not of {key.KeySize} bits.");
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new SealKeyException("The key that signs seals must be one ECDSA key on P-256 in PEM.", fault);
        }
    }

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SealKeyException($"The file {path} cannot be read.", fault);
        }
    }

    private static SealKey CreateFile(string path)
    {
        var key = Create();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, options);
        writer.WriteLine(key._key.ExportPkcs8PrivateKeyPem());
        return key;
    }
}
