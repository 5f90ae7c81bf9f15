using System.CommandLine;
using BillingActors.Cli.Embedded;
using BillingActors.Load;

namespace BillingActors.Cli.Verbs;

/// <summary>billing bench …: reproduces published figures with one command.</summary>
internal static class BenchVerbs
{
    private static readonly Option<int> Accounts = new("--accounts")
    {
        Description = "Accounts of the cycle.",
        DefaultValueFactory = _ => 200_000,
    };

    private static readonly Option<int> Batches = new("--batches")
    {
        Description = "Batches that are accepted.",
        DefaultValueFactory = _ => 1000,
    };

    private static readonly Option<int> Records = new("--records")
    {
        Description = "Records of a batch.",
        DefaultValueFactory = _ => 1000,
    };

    private static readonly Option<int> Producers = new("--producers")
    {
        Description = "Producers, each with one batch under way.",
        DefaultValueFactory = _ => 8,
    };

    private static readonly DatabaseOptions Database = new();

    public static Command Create(Terminal terminal)
    {
        var cycle = new Command("cycle",
            "Calculates and releases a cycle, against a floor measured in the same run.") { Accounts };
        cycle.SetAction((parsed, cancellation) =>
        {
            var accounts = parsed.GetValue(Accounts);
            return accounts >= 1
                ? BenchRun.Cycle(new(accounts, parsed.WantsJson(), Database.Named(parsed)), terminal, cancellation)
                : throw new UsageException("--accounts must be at least 1.");
        });
        return new Command("bench", "Measures the engine on this machine.")
        {
            Database.AddTo(cycle),
            Database.AddTo(Inbox(terminal)),
        };
    }

    private static Command Inbox(Terminal terminal)
    {
        var inbox = new Command("inbox", "Accepts records into a durable stream, against COPY in the same run.")
        {
            Batches,
            Records,
            Producers,
        };
        inbox.SetAction((parsed, cancellation) =>
        {
            var options = new InboxBenchOptions
            {
                BatchCount = parsed.GetValue(Batches),
                RecordCount = parsed.GetValue(Records),
                ProducerCount = parsed.GetValue(Producers),
                AsJson = parsed.WantsJson(),
            };
            return options is { BatchCount: >= 1, RecordCount: >= 1 and <= 10_000, ProducerCount: >= 1 and <= 256 }
                ? BenchRun.Inbox(options, Database.Named(parsed), terminal, cancellation)
                : throw new UsageException("--batches and --producers must be at least 1, --records 1 to 10,000.");
        });
        return inbox;
    }
}
