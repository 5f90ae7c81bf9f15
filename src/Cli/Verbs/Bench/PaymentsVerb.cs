using System.CommandLine;
using BillingActors.Load.Payments;

namespace BillingActors.Cli.Verbs.Bench;

/// <summary>billing bench payments.</summary>
internal static class PaymentsVerb
{
    private static readonly Option<int> Accounts =
        BenchCommand.Count("--accounts", "Accounts with a bill, each paid by one line.", 100_000, (10, 10_000_000));

    private static readonly Option<int> Lines =
        BenchCommand.Count("--lines", "Lines of one file of the bank.", 10_000, (1, 10_000));

    private static readonly Option<int> Rate =
        BenchCommand.Count("--rate", "Payments a second of the many beside a hot account.", 500, (20, 10_000));

    private static readonly Option<int> HotRate =
        BenchCommand.Count("--hot-rate", "Payments a second to the hot account.", 200, (20, 10_000));

    private static readonly Option<int> Seconds =
        BenchCommand.Count("--seconds", "Seconds with the hot account, and as many without it.", 15, (1, 3600));

    public static Command Create(Terminal terminal) => BenchCommand.Create(
        ("payments", "Books the files of a bank through the stream, against a floor measured in the same run."),
        [Accounts, Lines, Rate, HotRate, Seconds],
        parsed => new PaymentBenchOptions
        {
            AccountCount = parsed.GetValue(Accounts),
            FileLineCount = parsed.GetValue(Lines),
            Rate = parsed.GetValue(Rate),
            HotRate = parsed.GetValue(HotRate),
            Seconds = parsed.GetValue(Seconds),
        },
        (options, cancellation) => PaymentBench.Run(options, terminal.Output, cancellation));
}
