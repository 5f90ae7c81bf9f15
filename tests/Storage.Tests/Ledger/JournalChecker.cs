using System.ComponentModel;
using System.Diagnostics;
using BillingActors.Storage.Ledger;

namespace BillingActors.Storage.Tests.Ledger;

/// <summary>
/// Runs hledger and bean-check, which ./test installs, on a journal. A machine without them fails, it never skips: the
/// books are checked by programs that are not ours.
/// </summary>
internal static class JournalChecker
{
    public static async Task Accepts(JournalFormat format, string journal, CancellationToken cancellation)
    {
        var (code, said) = await Run(format, journal, cancellation);
        Assert.True(code == 0, said);
    }

    public static async Task Refuses(JournalFormat format, string journal, CancellationToken cancellation)
    {
        var (code, said) = await Run(format, journal, cancellation);
        Assert.NotEqual(0, code);
        Assert.NotEqual("", said);
    }

    private static async Task<(int Code, string Said)> Run(
        JournalFormat format, string journal, CancellationToken cancellation)
    {
        var file = Path.Combine(Path.GetTempPath(), $"billing-test-{Guid.NewGuid():N}.journal");
        await File.WriteAllTextAsync(file, journal, cancellation);
        try
        {
            return format == JournalFormat.Hledger
                ? await Run("hledger", ["-f", file, "check", "accounts", "ordereddates", "commodities"], cancellation)
                : await Run("bean-check", ["--no-cache", file], cancellation);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<(int Code, string Said)> Run(
        string program, string[] arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment = { ["LC_ALL"] = "C.UTF-8" },
        };
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, await output + await errors);
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"{program} is missing: ./test installs it.", missing);
        }
    }
}
