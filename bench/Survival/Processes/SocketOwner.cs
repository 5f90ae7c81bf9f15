using System.Globalization;

namespace BillingActors.Survival.Processes;

/// <summary>Which process holds the other end of a connection of the loopback, as the system tells it.</summary>
internal static class SocketOwner
{
    private const int LocalColumn = 1;
    private const int InodeColumn = 9;

    /// <summary>The first of the processes that owns the socket with this local port; null when none does.</summary>
    public static int? Find(int localPort, IEnumerable<int> processIds)
    {
        if (InodeOf(localPort) is not { } inode)
            return null;
        var socket = $"socket:[{inode}]";
        foreach (var id in processIds)
            if (Holds(id, socket))
                return id;
        return null;
    }

    private static string? InodeOf(int localPort)
    {
        var ending = ":" + localPort.ToString("X4", CultureInfo.InvariantCulture);
        foreach (var file in (string[])["/proc/net/tcp", "/proc/net/tcp6"])
        {
            if (!File.Exists(file))
                continue;
            foreach (var line in File.ReadLines(file).Skip(1))
            {
                var columns = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (columns[LocalColumn].EndsWith(ending, StringComparison.Ordinal) && columns[InodeColumn] != "0")
                    return columns[InodeColumn];
            }
        }
        return null;
    }

    private static bool Holds(int processId, string socket)
    {
        var folder = new DirectoryInfo(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/fd"));
        try
        {
            return folder.EnumerateFileSystemInfos().Any(entry => entry.LinkTarget == socket);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
