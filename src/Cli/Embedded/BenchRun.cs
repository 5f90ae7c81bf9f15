using BillingActors.Load;
using BillingActors.Storage;

namespace BillingActors.Cli.Embedded;

/// <summary>Calls the benchmark: the one place that knows it.</summary>
internal static class BenchRun
{
    /// <summary>Runs the cycle benchmark; its report goes to the output.</summary>
    public static Task<int> Cycle(Wanted wanted, Terminal terminal, CancellationToken cancellation)
    {
        if (wanted.Storage is { Provider: StorageOptions.Sqlite })
            throw new UsageException("The cycle is measured on PostgreSQL: name the server with --postgres.");
        var options = new CycleBenchOptions
        {
            AccountCount = wanted.AccountCount,
            AsJson = wanted.AsJson,
            ConnectionString = wanted.Storage?.ConnectionString,
        };
        return CycleBench.Run(options, terminal.Output, cancellation);
    }

    /// <summary>Runs the benchmark of the inbox; its report goes to the output.</summary>
    public static Task<int> Inbox(
        InboxBenchOptions options, StorageOptions? storage, Terminal terminal, CancellationToken cancellation)
    {
        if (storage is { Provider: StorageOptions.Sqlite })
            throw new UsageException("The inbox is measured on PostgreSQL: name the server with --postgres.");
        return InboxBench.Run(
            options with { ConnectionString = storage?.ConnectionString }, terminal.Output, cancellation);
    }

    /// <summary>What to measure.</summary>
    internal sealed record Wanted(int AccountCount, bool AsJson, StorageOptions? Storage);
}
