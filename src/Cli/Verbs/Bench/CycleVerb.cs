using System.CommandLine;
using BillingActors.Load.Cycles;

namespace BillingActors.Cli.Verbs.Bench;

/// <summary>billing bench cycle.</summary>
internal static class CycleVerb
{
    private static readonly Option<int> Accounts =
        BenchCommand.Count("--accounts", "Accounts of the cycle.", 200_000, (1, 10_000_000));

    private static readonly Option<int> Known = BenchCommand.Count(
        "--known", "Accounts the books hold in all; those of the cycle when fewer.", 0, (0, 10_000_000));

    public static Command Create(Terminal terminal) => BenchCommand.Create(
        ("cycle", "Calculates and releases a cycle, against a floor measured in the same run."),
        [Accounts, Known],
        parsed => new CycleBenchOptions
        {
            AccountCount = parsed.GetValue(Accounts),
            KnownCount = parsed.GetValue(Known),
        },
        (options, cancellation) => CycleBench.Run(options, terminal.Output, cancellation));
}
