using System.Collections.Immutable;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Grains.Interfaces.Metering;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Interfaces.Tariffs.Lifecycle;
using BillingActors.Storage.Imports;

namespace BillingActors.Load;

/// <summary>
/// The books to bill: a legal entity, a tariff of three lines and a tax, and accounts with a contract, a meter and its
/// reads. They come in through the product's own import. A small cycle of other accounts is billed at once, so that the
/// measured run meets a program that is warm.
/// </summary>
internal sealed class CycleBook(int accountCount)
{
    public const string RunId = "bench-whole";

    public static readonly Cycle Whole = new(RunId, "whole", "A");

    private const string EntityId = "bench";
    private const string TariffId = "home";
    private const int WarmCount = 4000;
    private const int BatchCount = 1000;

    private static readonly Cycle Warm = new("bench-warm", "warm", "W");
    private static readonly DateOnly From = new(2025, 6, 1);

    /// <summary>End of the billed period, exclusive.</summary>
    public static readonly DateOnly Until = new(2025, 7, 1);

    /// <summary>Key of an account of the measured cycle.</summary>
    public static string AccountKey(int number) => $"{EntityId}/{AccountId(Whole, number)}";

    /// <summary>The plan of a cycle.</summary>
    public static PlanRun PlanOf(Cycle cycle) => new(EntityId, cycle.Id, Until, []);

    public async Task SetUp(BenchHost host, CancellationToken cancellation)
    {
        foreach (var (key, content) in MasterData())
            await Put(host, key, content, cancellation);
        var warmCount = Math.Min(WarmCount, accountCount);
        await Import(host, Warm, warmCount, cancellation);
        await new CycleRun(host.Grains, warmCount).Bill(Warm, cancellation);
        await Import(host, Whole, accountCount, cancellation);
    }

    private static IEnumerable<(string Key, MasterContent Content)> MasterData()
    {
        yield return ($"legal-entity/{EntityId}", new(LegalEntity: new(
            EntityId, "Bench Energy", "EUR", "Europe/Berlin", "DE000", "Bench", "INV", NeedsSecondPerson: false)));
        foreach (var cycle in new[] { Warm, Whole })
        {
            yield return ($"bill-cycle/{cycle.Id}", new(BillCycle: new(
                cycle.Id, EntityId, cycle.Id, 1, 1, [], 5, 0, 0, HoldZeroUse: false)));
        }
        ImmutableArray<ChargeDocument> charges =
        [
            new ChargeDocument.Fixed("base", "Base price", "standard", "month", 9.90m),
            new ChargeDocument.Usage(
                "energy", "Energy", "standard", "import", "kWh", new PriceDocument.Flat(0.2871m)),
            new ChargeDocument.Percentage("loyalty", "Loyalty discount", "standard", -2.5m),
        ];
        var version = new TariffVersionDocument(
            1, From.AddYears(-1), charges, Taxes: [new("VAT", "Value added tax", 19m, ["standard"])]);
        yield return ($"tariff/{TariffId}", new(Tariff: new(TariffId, "Home", "EUR", [version], "Europe/Berlin")));
    }

    private static async Task Put(BenchHost host, string key, MasterContent content, CancellationToken cancellation)
    {
        var stored = content.Tariff is null ? key : key.Replace("tariff/", "tariff-draft/", StringComparison.Ordinal);
        Accept(stored, await host.Grains.GetGrain<IMasterDataGrain>(stored)
            .Put(By("bench", stored), new MasterPut(content, From.AddYears(-1), null), cancellation));
        if (content.Tariff is not null)
        {
            Accept(key, await host.Grains.GetGrain<IMasterDataGrain>(key)
                .Publish(By("second", key), new PublishTariff(1), cancellation));
        }
    }

    private static CommandEnvelope By(string person, string key) =>
        new($"set-up-{key}", "person", person, "cli", TimeProvider.System.GetUtcNow(), "set-up");

    private static void Accept(string key, Reply<MasterView> reply)
    {
        if (reply.Problem is { } problem)
            throw new InvalidOperationException($"{key} was refused: {problem.Detail}");
    }

    private static async Task Import(BenchHost host, Cycle cycle, int count, CancellationToken cancellation)
    {
        var id = $"import-{cycle.Id}";
        var header = new ImportHeader(
            id, "bench.csv", "contracts-csv", "person", "bench", TimeProvider.System.GetUtcNow());
        await host.Imports.Begin(header, cancellation);
        var sequence = 0;
        // Reads come after the contracts that install their meters.
        foreach (var item in new Func<int, ImportItem>[] { n => Contract(cycle, n), n => Read(cycle, n) })
        {
            foreach (var numbers in Enumerable.Range(1, count).Chunk(BatchCount))
            {
                await host.Imports.Stage(
                    new StagedBatch(id, sequence++, [.. numbers.Select(item)]), cancellation);
            }
        }
        await host.Imports.Accept(id, "", 2L * count, cancellation);
        await WaitUntilDone(host.Grains.GetGrain<IImportGrain>(id), count, cancellation);
    }

    private static async Task WaitUntilDone(IImportGrain import, int count, CancellationToken cancellation)
    {
        await import.Work(cancellation);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            if (await import.View(cancellation) is not { State: "done" } view)
                continue;
            if (view.StoredCount != 2L * count)
                throw new InvalidOperationException($"The set-up stored {view.StoredCount} of {2L * count} records.");
            return;
        }
    }

    private static ImportItem Contract(Cycle cycle, int number) => new(Contract: new ContractEntry(
        EntityId,
        $"C{AccountId(cycle, number)}",
        $"Customer {number}",
        null,
        null,
        null,
        AccountId(cycle, number),
        cycle.Id,
        14,
        $"K{AccountId(cycle, number)}",
        TariffId,
        From,
        null,
        PointId(cycle, number),
        $"M{AccountId(cycle, number)}",
        "register",
        "11",
        "kWh",
        "import",
        0,
        0,
        6,
        1m,
        number));

    private static ImportItem Read(Cycle cycle, int number) => new(Read: new MeterRead(
        PointId(cycle, number),
        "11",
        $"M{AccountId(cycle, number)}",
        "kWh",
        "import",
        From,
        1000 + number,
        "actual",
        Until,
        1150 + number + (number % 200),
        0,
        "actual",
        "scheduled",
        null,
        null,
        null,
        null,
        number));

    private static string AccountId(Cycle cycle, int number) => $"{cycle.Letter}{number:D8}";

    private static string PointId(Cycle cycle, int number) => $"P{AccountId(cycle, number)}";

    /// <summary>A cycle, its run, and the letter its accounts begin with.</summary>
    internal sealed record Cycle(string RunId, string Id, string Letter);
}
