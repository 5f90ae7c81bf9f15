using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Grains.Interfaces.Tariffs.Lifecycle;
using BillingActors.Load.Machine;
using BillingActors.Storage.Imports;

namespace BillingActors.Load.Books;

/// <summary>Enters books to measure with through the product's own doors.</summary>
internal sealed class BookEntry(BenchHost host)
{
    private const int BatchCount = 1000;

    /// <summary>Puts master data, valid for a year before the books begin.</summary>
    public async Task Put(string key, MasterContent content, CancellationToken cancellation)
    {
        var stored = content.Tariff is null ? key : key.Replace("tariff/", "tariff-draft/", StringComparison.Ordinal);
        Accept(stored, await host.Grains.GetGrain<IMasterDataGrain>(stored).Put(
            By("bench", stored), new MasterPut(content, BookData.From.AddYears(-1), null), cancellation));
        if (content.Tariff is null)
            return;
        Accept(key, await host.Grains.GetGrain<IMasterDataGrain>(key).Publish(
            By("second", key), new PublishTariff(1), cancellation));
    }

    /// <summary>
    /// Imports so many items of each kind, one kind after the other, and waits until all of them are stored.
    /// </summary>
    public async Task Import(
        string name, int count, Func<int, ImportItem>[] kinds, CancellationToken cancellation)
    {
        var id = $"import-{name}";
        var header = new ImportHeader(
            id, "bench.csv", "contracts-csv", "person", "bench", TimeProvider.System.GetUtcNow());
        await host.Imports.Begin(header, cancellation);
        var sequence = 0;
        foreach (var item in kinds)
        {
            foreach (var numbers in Enumerable.Range(1, count).Chunk(BatchCount))
            {
                await host.Imports.Stage(
                    new StagedBatch(id, sequence++, [.. numbers.Select(item)]), cancellation);
            }
        }
        var total = (long)kinds.Length * count;
        await host.Imports.Accept(id, "", total, cancellation);
        await WaitUntilDone(host.Grains.GetGrain<IImportGrain>(id), total, cancellation);
    }

    private static CommandEnvelope By(string person, string key) =>
        new($"set-up-{key}", "person", person, "cli", TimeProvider.System.GetUtcNow(), "set-up");

    private static void Accept(string key, Reply<MasterView> reply)
    {
        if (reply.Problem is { } problem)
            throw new InvalidOperationException($"{key} was refused: {problem.Detail}");
    }

    private static async Task WaitUntilDone(IImportGrain import, long count, CancellationToken cancellation)
    {
        await import.Work(cancellation);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            if (await import.View(cancellation) is not { State: "done" } view)
                continue;
            if (view.StoredCount != count)
                throw new InvalidOperationException($"The set-up stored {view.StoredCount} of {count} records.");
            return;
        }
    }
}
