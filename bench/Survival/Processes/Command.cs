using System.Diagnostics;

namespace BillingActors.Survival.Processes;

/// <summary>Runs a small program of the system to its end.</summary>
internal static class Command
{
    /// <summary>Runs it; a failure is thrown with what it said.</summary>
    public static async Task Run(string program, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var given = arguments.ToList();
        if (await Try(program, given, cancellation) is { } said)
            throw new InvalidOperationException($"{program} {string.Join(' ', given)} failed: {said}");
    }

    /// <summary>Runs it; answers null when it succeeded, and what it said when it did not.</summary>
    public static async Task<string?> Try(
        string program, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        var said = await output + await errors;
        return process.ExitCode == 0 ? null : said.Trim();
    }
}
