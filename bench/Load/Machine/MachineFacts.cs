using System.Globalization;
using System.Reflection;

namespace BillingActors.Load.Machine;

/// <summary>Without machine, date, command and commit a figure means nothing.</summary>
internal sealed record MachineFacts(
    string Cpu,
    int CoreCount,
    string FileSystem,
    string Database,
    string Load,
    string Commit,
    string Command,
    string Date)
{
    public static async Task<MachineFacts> Read(BenchServer server, CancellationToken cancellation)
    {
        var directory = await server.Ask("show data_directory", cancellation);
        return new MachineFacts(
            await Line("/proc/cpuinfo", "model name", cancellation),
            Environment.ProcessorCount,
            Directory.Exists(directory) ? new DriveInfo(directory).DriveFormat : "that of the server",
            $"PostgreSQL {await server.Ask("show server_version", cancellation)}",
            await LoadAverage(cancellation),
            Revision(),
            string.Join(' ', Environment.GetCommandLineArgs().Skip(1).Prepend("billing")),
            TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    // The build puts the revision behind the version: "0.1.0+rev".
    private static string Revision()
    {
        var version = typeof(MachineFacts).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>();
        var parts = version?.InformationalVersion.Split('+') ?? [];
        return parts.Length > 1 ? parts[1][..Math.Min(12, parts[1].Length)] : "unknown";
    }

    private static async Task<string> Line(string path, string name, CancellationToken cancellation)
    {
        if (!File.Exists(path))
            return "unknown";
        var line = (await File.ReadAllLinesAsync(path, cancellation))
            .FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() ?? "unknown";
    }

    // Of the minutes the run took: whatever else worked on the machine shows in it.
    private static async Task<string> LoadAverage(CancellationToken cancellation) =>
        File.Exists("/proc/loadavg") ? (await File.ReadAllTextAsync("/proc/loadavg", cancellation)).Trim() : "unknown";
}
