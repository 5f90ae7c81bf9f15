using System.CommandLine;
using BillingActors.Load.Usage;

namespace BillingActors.Cli.Verbs.Bench;

/// <summary>billing bench usage.</summary>
internal static class UsageVerb
{
    private static readonly Option<int> Accounts =
        BenchCommand.Count("--accounts", "Accounts that call.", 100_000, (10, 10_000_000));

    private static readonly Option<int> Records =
        BenchCommand.Count("--records", "Calls.", 300_000, (1000, 100_000_000));

    private static readonly Option<int> Batch =
        BenchCommand.Count("--batch", "Calls of one batch.", 1000, (10, 10_000));

    public static Command Create(Terminal terminal) => BenchCommand.Create(
        ("usage", "Rates calls on arrival, against a grain with persistent state and a plain service."),
        [Accounts, Records, Batch],
        parsed => new UsageBenchOptions
        {
            AccountCount = parsed.GetValue(Accounts),
            RecordCount = parsed.GetValue(Records),
            BatchCount = parsed.GetValue(Batch),
        },
        (options, cancellation) => UsageBench.Run(options, terminal.Output, cancellation));
}
