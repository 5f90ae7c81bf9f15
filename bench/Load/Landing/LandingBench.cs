using System.Diagnostics;
using BillingActors.Formats;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Load.Books;
using BillingActors.Load.Machine;

namespace BillingActors.Load.Landing;

/// <summary>
/// Lands the interval days of all meters through the importer, from the door until they are stored, against a reader of
/// the same files that keeps nothing.
/// </summary>
public static class LandingBench
{
    private const int ParallelCount = 2;
    private const int ParseCount = 3;
    private const string CycleId = "landing";
    private const string TariffId = "home";
    private const int AustraliaEast = 600;

    /// <summary>Runs the benchmark in a database of its own, which is dropped afterwards.</summary>
    public static Task<int> Run(LandingOptions options, TextWriter output, CancellationToken cancellation) =>
        Bench.Run(options, output, async (server, stop) => await Measure(server, options, stop), cancellation);

    private static async Task<LandingReport> Measure(
        BenchServer server, LandingOptions options, CancellationToken cancellation)
    {
        var files = new LandingFiles(options);
        var (day, morning) = (files.OfDay(), files.OfNextMorning());
        var dayCount = options.MeterCount + files.DuplicateCount + files.CorrectionCount;
        var database = await server.Create("landing", cancellation);
        await SetUp(database, options, files, cancellation);
        await server.Settle(database, cancellation);
        var parsed = await Parse([.. day, morning], cancellation);

        List<ImportView> views = [];
        var work = await WorkMeasure.Of(server, database, (dayCount, Land), cancellation);
        var byteCount = day.Append(morning).Sum(file => (long)file.Length);
        return new LandingReport(options, files, work, parsed, byteCount, views);

        async Task<TimeSpan> Land(BenchHost host)
        {
            using var door = await LandingDoor.Open(host, cancellation);
            var start = Stopwatch.GetTimestamp();
            views = await door.Land(day, "day", ParallelCount, cancellation);
            views.AddRange(await door.Land([morning], "morning", ParallelCount, cancellation));
            return Stopwatch.GetElapsedTime(start);
        }
    }

    /// <summary>The meters, and their day before: what is measured is a night among others.</summary>
    private static async Task SetUp(
        string database, LandingOptions options, LandingFiles files, CancellationToken cancellation)
    {
        await using var host = await BenchHost.Start(database, cancellation);
        var entry = new BookEntry(host);
        var price = new PriceDocument.Flat(0.2871m);
        (string Key, Grains.Interfaces.MasterData.MasterContent Content)[] master =
        [
            BookData.Entity(),
            BookData.BillCycle(CycleId),
            BookData.Tariff(
                TariffId, [new ChargeDocument.Usage("energy", "Energy", "standard", "import", "kWh", price)]),
        ];
        foreach (var (key, content) in master)
            await entry.Put(key, content, cancellation);
        await entry.Import(
            CycleId,
            options.MeterCount,
            [number => new(Contract: Metered(number, options.IntervalMinutes))],
            cancellation);
        using var door = await LandingDoor.Open(host, cancellation);
        await door.Land(files.OfDayBefore(), "before", ParallelCount, cancellation);
    }

    private static ContractEntry Metered(int number, int minutes) =>
        BookData.Contract(LandingFiles.PointId(number), CycleId, TariffId, number) with
        {
            ServicePointId = LandingFiles.PointId(number),
            Measure = "interval",
            Channel = "E1",
            IntervalMinutes = minutes,
            OffsetMinutes = AustraliaEast,
            Digits = 0,
        };

    /// <summary>The best of some times; the first one warms the reader up for the importer too.</summary>
    private static async Task<TimeSpan> Parse(byte[][] files, CancellationToken cancellation)
    {
        var format = FileFormats.Named("nem12")!;
        var best = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < ParseCount; attempt++)
        {
            var start = Stopwatch.GetTimestamp();
            foreach (var file in files)
            {
                using var stream = new MemoryStream(file, writable: false);
                await foreach (var item in format.Read(stream, cancellation))
                {
                    if (item.Day is null)
                        throw new InvalidOperationException($"Line {item.Line} of a file is no interval day.");
                }
            }
            var time = Stopwatch.GetElapsedTime(start);
            best = time < best ? time : best;
        }
        return best;
    }
}
