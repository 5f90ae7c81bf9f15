using System.CommandLine;
using BillingActors.Survival.Cores;

namespace BillingActors.Cli.Verbs.Bench;

/// <summary>billing bench cores.</summary>
internal static class CoresVerb
{
    private static readonly Option<int> Accounts =
        BenchCommand.Count("--accounts", "Accounts that are billed.", 20_000, (10, 99_999));

    private static readonly Option<int> Calls =
        BenchCommand.Count("--calls", "Calls that are rated.", 100_000, (1000, 10_000_000));

    private static readonly Option<int> Part = new("--part")
    {
        Description = "Measures so many silos on the cores this program has, and nothing else.",
        Hidden = true,
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("cores",
            "Two silos on two cores against one on one, each with PostgreSQL and the load.") { Accounts, Calls, Part };
        command.SetAction((parsed, cancellation) => CoresBench.Run(
            new CoresOptions
            {
                AccountCount = parsed.GetValue(Accounts),
                CallCount = parsed.GetValue(Calls),
                PartSiloCount = parsed.GetValue(Part),
                AsJson = parsed.WantsJson(),
            },
            (terminal.Output, terminal.Errors),
            cancellation));
        return command;
    }
}
