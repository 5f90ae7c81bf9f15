using System.Diagnostics;
using System.Globalization;

namespace BillingActors.Survival.Cores;

/// <summary>
/// One silo, PostgreSQL and the load on one core, against two silos, PostgreSQL and the load on two. Each part is a
/// program of its own that is pinned with everything it starts.
/// </summary>
public static class CoresBench
{
    private const int Succeeded = 0;
    private const int CannotStart = 2;

    /// <summary>Measures both parts, or the one it is asked for.</summary>
    public static async Task<int> Run(
        CoresOptions options, (TextWriter Output, TextWriter Errors) told, CancellationToken cancellation)
    {
        if (options.PartSiloCount > 0)
        {
            await told.Output.WriteLineAsync((await CoresMeasure.Run(options, cancellation)).ToJson());
            return Succeeded;
        }
        if (Environment.ProcessorCount < 2)
        {
            await told.Errors.WriteLineAsync("Two cores are needed to compare one with two.");
            return CannotStart;
        }
        var one = await Part(options, ("0", SiloCount: 1), cancellation);
        var two = await Part(options, ("0,1", SiloCount: 2), cancellation);
        var report = new CoresReport(options, one, two);
        await told.Output.WriteLineAsync(options.AsJson ? report.ToJson() : report.ToText());
        return Succeeded;
    }

    private static async Task<CoresPart> Part(
        CoresOptions options, (string Cores, int SiloCount) part, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(
            "taskset", ["-c", part.Cores, .. Self(), .. Arguments(options, part.SiloCount)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)
            ?? throw new InvalidOperationException("taskset could not be started; it comes with util-linux.");
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode == Succeeded
                ? CoresPart.Read((await output).Trim())
                : throw new InvalidOperationException(
                    $"The part on cores {part.Cores} failed: {(await errors).Trim()}");
        }
        catch (OperationCanceledException)
        {
            // It stops what it started when it is asked to end as a person would ask it.
            await Processes.Signal.Terminate.Send(process.Id);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }
    }

    // Where the program is a library that dotnet runs, the library has to be named again.
    private static IEnumerable<string> Self()
    {
        var path = Environment.ProcessPath
            ?? throw new InvalidOperationException("It is not known which program this is.");
        return Path.GetFileNameWithoutExtension(path) == "dotnet"
            ? [path, Environment.GetCommandLineArgs()[0]]
            : [path];
    }

    private static IEnumerable<string> Arguments(CoresOptions options, int siloCount) =>
    [
        "bench", "cores", "--part", Text(siloCount), "--accounts", Text(options.AccountCount),
        "--calls", Text(options.CallCount),
    ];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
