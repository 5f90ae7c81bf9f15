using System.Security.Cryptography;

namespace BillingActors.Storage.Privacy;

/// <summary>The key that wraps the keys of legal entities; it lives outside the database.</summary>
public sealed class MasterKey
{
    private const int Length = 32;
    private const int IdLength = 8;

    private MasterKey(byte[] bytes)
    {
        Bytes = bytes;
        Id = Convert.ToHexStringLower(SHA256.HashData([.. "billing-master-id"u8, .. bytes])[..IdLength]);
    }

    /// <summary>Tells keys apart without giving them away; stored beside what the key wraps.</summary>
    public string Id { get; }

    internal byte[] Bytes { get; }

    /// <summary>A new random key.</summary>
    public static MasterKey Create() => new(RandomNumberGenerator.GetBytes(Length));

    /// <summary>Reads a key from base64; anything but 32 bytes is refused.</summary>
    public static MasterKey Parse(string base64)
    {
        var bytes = new byte[Length];
        if (!Convert.TryFromBase64String(base64.Trim(), bytes, out var length) || length != Length)
            throw new PersonalDataKeyException("The master key must be 32 bytes in base64.");
        return new MasterKey(bytes);
    }

    /// <summary>
    /// The key of the options; without one, the file beside the SQLite database, made on the first start.
    /// </summary>
    public static MasterKey Of(PrivacyOptions options, StorageOptions storage)
    {
        if (options.MasterKey.Length > 0)
            return Parse(options.MasterKey);
        if (options.MasterKeyFile.Length > 0)
            return Read(options.MasterKeyFile);
        if (storage.Provider != StorageOptions.Sqlite)
        {
            throw new PersonalDataKeyException(
                $"Set {PrivacyOptions.Section}:MasterKeyFile or {PrivacyOptions.Section}:MasterKey; "
                + "a cluster has no place of its own for the master key.");
        }
        var beside = storage.Path + ".key";
        return File.Exists(beside) ? Read(beside) : CreateFile(beside);
    }

    private static MasterKey Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new PersonalDataKeyException($"The master key file {path} cannot be read.", fault);
        }
    }

    private static MasterKey CreateFile(string path)
    {
        var key = Create();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, options);
        writer.WriteLine(Convert.ToBase64String(key.Bytes));
        return key;
    }
}
