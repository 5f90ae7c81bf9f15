using System.CommandLine;
using System.Globalization;
using BillingActors.Survival.Torture;

namespace BillingActors.Cli.Verbs;

/// <summary>
/// billing torture: breaks a cluster of its own again and again, and checks that nothing is lost or doubled.
/// </summary>
internal static class TortureVerb
{
    private static readonly Option<double> Minutes = new("--minutes")
    {
        Description = "How long faults go on.",
        DefaultValueFactory = _ => 10,
    };

    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "The same seed gives the same plan of faults.",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<int> Accounts = new("--accounts")
    {
        Description = "Accounts in the books.",
        DefaultValueFactory = _ => 60,
    };

    private static readonly Option<string?> Faults = new("--faults")
    {
        Description = "Only these, separated by commas: " + string.Join(", ", TortureRun.FaultNames) + ".",
    };

    private static readonly Option<string?> Earlier = new("--earlier")
    {
        Description = "Folder of an earlier build (…/artifacts/bin): begins with its programs and replaces them.",
    };

    private static readonly Option<string?> Folder = new("--folder")
    {
        Description = "Where logs and books are kept; a new folder among the temporary files when absent.",
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("torture",
            "Kills, pauses, fills and cuts a cluster of its own under load; 1 on any anomaly.")
        {
            Minutes, Seed, Accounts, Faults, Earlier, Folder,
        };
        command.SetAction((parsed, cancellation) =>
            TortureRun.Run(OptionsOf(parsed), (terminal.Output, terminal.Errors), cancellation));
        return command;
    }

    private static TortureOptions OptionsOf(ParseResult parsed)
    {
        var faults = parsed.GetValue(Faults)?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        foreach (var unknown in faults.Except(TortureRun.FaultNames, StringComparer.Ordinal))
            throw new UsageException($"--faults: '{unknown}' is none of {string.Join(", ", TortureRun.FaultNames)}.");
        var (minutes, accounts) = (parsed.GetValue(Minutes), parsed.GetValue(Accounts));
        if (minutes is not (> 0 and <= 100_000))
            throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"--minutes must not be {minutes}."));
        if (accounts is < 1 or > 10_000)
            throw new UsageException("--accounts must be 1 to 10,000.");
        return new TortureOptions
        {
            Time = TimeSpan.FromMinutes(minutes),
            Seed = parsed.GetValue(Seed),
            AccountCount = accounts,
            Faults = faults,
            EarlierPrograms = parsed.GetValue(Earlier),
            Folder = parsed.GetValue(Folder),
            AsJson = parsed.WantsJson(),
        };
    }
}
