using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Grains.Interfaces.Metering;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Load.Books;
using BillingActors.Load.Machine;

namespace BillingActors.Load.Cycles;

/// <summary>
/// The books to bill: a legal entity, a tariff of three lines and a tax, and accounts with a contract, a meter and its
/// reads. They come in through the product's own import. A small cycle of other accounts is billed at once, so that the
/// measured run meets a program that is warm.
/// </summary>
internal sealed class CycleBook(int accountCount, int knownCount = 0)
{
    public const string RunId = "bench-whole";

    public static readonly Cycle Whole = new(RunId, "whole", "A");

    /// <summary>The small cycle that is billed before.</summary>
    public static readonly Cycle Warm = new("bench-warm", "warm", "W");

    // Not billed: they only make the books as large as those of a whole company.
    private static readonly Cycle Others = new("", "others", "O");

    private const string TariffId = "home";
    private const int WarmCount = 4000;

    /// <summary>First day of the billed period.</summary>
    public static readonly DateOnly From = BookData.From;

    /// <summary>End of the billed period, exclusive.</summary>
    public static readonly DateOnly Until = new(2025, 7, 1);

    /// <summary>Key of an account of the measured cycle.</summary>
    public static string AccountKey(int number) => $"{BookData.EntityId}/{AccountId(Whole, number)}";

    /// <summary>What the keys of a cycle's accounts are like, in SQL.</summary>
    public static string KeyPattern(Cycle cycle) => $"{BookData.EntityId}/{cycle.Letter}%";

    /// <summary>The dial of an account's meter when the month begins.</summary>
    public static long Before(int number) => 1000 + number;

    /// <summary>The dial when it ends.</summary>
    public static long After(int number) => 1150 + number + (number % 200);

    /// <summary>The plan of a cycle.</summary>
    public static PlanRun PlanOf(Cycle cycle) => new(BookData.EntityId, cycle.Id, Until, []);

    public async Task SetUp(BenchHost host, CancellationToken cancellation)
    {
        var entry = new BookEntry(host);
        foreach (var (key, content) in MasterData())
            await entry.Put(key, content, cancellation);
        var warmCount = Math.Min(WarmCount, accountCount);
        await Import(entry, Warm, warmCount, cancellation);
        await new CycleRun(host.Grains, warmCount).BillBesideLookUps(Warm, cancellation);
        await Import(entry, Whole, accountCount, cancellation);
        if (knownCount > accountCount)
            await Import(entry, Others, knownCount - accountCount, cancellation);
    }

    // Reads come after the contracts that install their meters.
    private static Task Import(BookEntry entry, Cycle cycle, int count, CancellationToken cancellation) =>
        entry.Import(cycle.Id, count, [n => Contract(cycle, n), n => Read(cycle, n)], cancellation);

    private static IEnumerable<(string Key, MasterContent Content)> MasterData()
    {
        yield return BookData.Entity();
        yield return BookData.BillCycle(Warm.Id);
        yield return BookData.BillCycle(Whole.Id);
        yield return BookData.BillCycle(Others.Id);
        yield return BookData.Tariff(
            TariffId,
            [
                new ChargeDocument.Fixed("base", "Base price", "standard", "month", 9.90m),
                new ChargeDocument.Usage(
                    "energy", "Energy", "standard", "import", "kWh", new PriceDocument.Flat(0.2871m)),
                new ChargeDocument.Percentage("loyalty", "Loyalty discount", "standard", -2.5m),
            ]);
    }

    private static ImportItem Contract(Cycle cycle, int number) =>
        new(Contract: BookData.Contract(AccountId(cycle, number), cycle.Id, TariffId, number));

    private static ImportItem Read(Cycle cycle, int number) => new(Read: new MeterRead(
        PointId(cycle, number),
        "11",
        $"M{AccountId(cycle, number)}",
        "kWh",
        "import",
        From,
        Before(number),
        "actual",
        Until,
        After(number),
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
