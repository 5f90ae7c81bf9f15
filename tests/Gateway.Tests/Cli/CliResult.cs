namespace BillingActors.Gateway.Tests.Cli;

/// <summary>What a run of the program left behind.</summary>
internal sealed record CliResult(int ExitCode, string Output, string Errors)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
