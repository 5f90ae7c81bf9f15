using System.Security.Cryptography;

namespace BillingActors.Gateway.Console.Lists.Jobs;

/// <summary>
/// A file of its own in the folder for temporary files, until it is disposed. It lies encrypted under a key that is in
/// this object alone: what is left of it when the program is killed, nobody can read.
/// </summary>
internal sealed class SealedFile : IDisposable
{
    private const int BufferBytes = 65_536;
    private readonly Aes _aes = Aes.Create(); // Draws its key by itself.
    private readonly FileStream _file;

    public SealedFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite | FileShare.Delete,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
            BufferSize = BufferBytes,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        _file = new FileStream(
            Path.Combine(Path.GetTempPath(), "billing-export-" + Guid.NewGuid().ToString("N")), options);
    }

    /// <summary>Where it lies.</summary>
    public string Name => _file.Name;

    /// <summary>Writes it, once; answers what the writer answered.</summary>
    public async Task<long> Write(Func<Stream, Task<long>> write, CancellationToken cancellation)
    {
        using var encryptor = _aes.CreateEncryptor();
        var sealing = new CryptoStream(_file, encryptor, CryptoStreamMode.Write, leaveOpen: true);
        await using (sealing)
        {
            var count = await write(sealing);
            await sealing.FlushFinalBlockAsync(cancellation);
            await _file.FlushAsync(cancellation);
            return count;
        }
    }

    /// <summary>Reads it from its beginning; several may do so at once.</summary>
    public Stream Read() => new CryptoStream(
        new FileStream(
            _file.Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferBytes,
            useAsync: true),
        _aes.CreateDecryptor(),
        CryptoStreamMode.Read);

    public void Dispose()
    {
        _file.Dispose();
        _aes.Dispose();
    }
}
