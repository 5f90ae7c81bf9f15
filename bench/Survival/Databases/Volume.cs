using System.Globalization;
using BillingActors.Survival.Processes;

namespace BillingActors.Survival.Databases;

/// <summary>
/// A folder that can be filled to its brim: a file system in memory that is mounted there. Only root may mount, and not
/// everywhere.
/// </summary>
internal sealed class Volume : IAsyncDisposable
{
    private const long BytesMax = 3L << 30;
    private const long Slack = 256 << 10;

    private readonly string _path;

    private Volume(string path) => _path = path;

    /// <summary>Mounts it on a folder; null where mounting is not permitted.</summary>
    public static async Task<Volume?> Mount(string path, CancellationToken cancellation)
    {
        Directory.CreateDirectory(path);
        string[] arguments = ["-t", "tmpfs", "-o", "mode=0700,size=" + Text(BytesMax), "tmpfs", path];
        return Environment.IsPrivilegedProcess && await Command.Try("mount", arguments, cancellation) is null
            ? new Volume(path)
            : null;
    }

    /// <summary>Takes away all room but for some pages.</summary>
    public Task Fill(CancellationToken cancellation)
    {
        var drive = new DriveInfo(_path);
        return Resize(drive.TotalSize - drive.TotalFreeSpace + Slack, cancellation);
    }

    /// <summary>Gives all room back.</summary>
    public Task Empty(CancellationToken cancellation) => Resize(BytesMax, cancellation);

    public async ValueTask DisposeAsync() => await Command.Try("umount", ["-l", _path], CancellationToken.None);

    private Task Resize(long bytes, CancellationToken cancellation) =>
        Command.Run("mount", ["-o", "remount,size=" + Text(bytes), _path], cancellation);

    private static string Text(long bytes) => bytes.ToString(CultureInfo.InvariantCulture);
}
