using System.CommandLine;
using BillingActors.Load.Inbox;

namespace BillingActors.Cli.Verbs.Bench;

/// <summary>billing bench inbox.</summary>
internal static class InboxVerb
{
    private static readonly Option<int> Batches =
        BenchCommand.Count("--batches", "Batches that are accepted.", 1000, (1, 1_000_000));

    private static readonly Option<int> Records =
        BenchCommand.Count("--records", "Records of a batch.", 1000, (1, 10_000));

    private static readonly Option<int> Producers =
        BenchCommand.Count("--producers", "Producers, each with one batch under way.", 8, (1, 256));

    public static Command Create(Terminal terminal) => BenchCommand.Create(
        ("inbox", "Accepts records into a durable stream, against COPY in the same run."),
        [Batches, Records, Producers],
        parsed => new InboxBenchOptions
        {
            BatchCount = parsed.GetValue(Batches),
            RecordCount = parsed.GetValue(Records),
            ProducerCount = parsed.GetValue(Producers),
        },
        (options, cancellation) => InboxBench.Run(options, terminal.Output, cancellation));
}
