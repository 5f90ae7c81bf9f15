using System.CommandLine;
using BillingActors.Load.Comparisons;

namespace BillingActors.Cli.Verbs.Bench;

/// <summary>billing bench comparison.</summary>
internal static class ComparisonVerb
{
    private static readonly Option<int> Accounts =
        BenchCommand.Count("--accounts", "Accounts that are billed and pay.", 50_000, (10, 10_000_000));

    private static readonly Option<int> Lines =
        BenchCommand.Count("--lines", "Lines of one file of the bank.", 10_000, (1, 10_000));

    public static Command Create(Terminal terminal) => BenchCommand.Create(
        ("comparison", "Bills a month and books its payments, against a grain with state and a plain service."),
        [Accounts, Lines],
        parsed => new ComparisonOptions
        {
            AccountCount = parsed.GetValue(Accounts),
            FileLineCount = parsed.GetValue(Lines),
        },
        (options, cancellation) => ComparisonBench.Run(options, terminal.Output, cancellation));
}
