using System.CommandLine;
using BillingActors.Load.LookUps;

namespace BillingActors.Cli.Verbs.Bench;

/// <summary>billing bench look-ups.</summary>
internal static class LookUpVerb
{
    private static readonly Option<int> Accounts =
        BenchCommand.Count("--accounts", "Accounts of the cycle that is billed beside.", 40_000, (20, 10_000_000));

    private static readonly Option<int> Connections =
        BenchCommand.Count("--connections", "Connections that ask as fast as they are answered.", 32, (1, 1024));

    private static readonly Option<int> Seconds =
        BenchCommand.Count("--seconds", "Seconds of each measure.", 10, (1, 3600));

    private static readonly Option<int> Rate =
        BenchCommand.Count("--rate", "Look-ups a second beside a run.", 200, (1, 10_000));

    private static readonly Option<int> Rounds =
        BenchCommand.Count("--rounds", "How often everything is measured.", 3, (1, 20));

    public static Command Create(Terminal terminal) => BenchCommand.Create(
        ("look-ups", "Looks balances up over HTTP: against an empty endpoint, and beside a run."),
        [Accounts, Connections, Seconds, Rate, Rounds],
        parsed => new LookUpOptions
        {
            AccountCount = parsed.GetValue(Accounts),
            ConnectionCount = parsed.GetValue(Connections),
            Seconds = parsed.GetValue(Seconds),
            Rate = parsed.GetValue(Rate),
            RoundCount = parsed.GetValue(Rounds),
        },
        (options, cancellation) => LookUpBench.Run(options, terminal.Output, cancellation));
}
