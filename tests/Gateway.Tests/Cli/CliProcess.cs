using System.Diagnostics;

namespace BillingActors.Gateway.Tests.Cli;

/// <summary>Runs the built program as the shell does: output, errors and exit code.</summary>
internal static class CliProcess
{
    private static string Program => Path.Combine(AppContext.BaseDirectory, "billing.dll");

    public static async Task<CliResult> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var argument in arguments.Prepend(Program))
            start.ArgumentList.Add(argument);
        start.Environment.Remove("BILLING_URL");
        start.Environment.Remove("BILLING_KEY");
        start.Environment.Remove("BILLING_POSTGRES");
        using var process = Process.Start(start)!;
        var cancellation = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return new CliResult(process.ExitCode, await output, await errors);
    }
}
