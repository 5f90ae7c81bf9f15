using BillingActors.Load.Floors;
using BillingActors.Load.Machine;

namespace BillingActors.Load.Cycles;

/// <summary>
/// Bills a cycle on PostgreSQL through the product itself, then lets a set-based writer store the same final rows into
/// copies of the same database: the ratio of both rates says what the engine costs on top of the database.
/// </summary>
public static class CycleBench
{
    /// <summary>
    /// Runs the benchmark in databases of its own, which are dropped afterwards. Answers 0; 1 when the run is invalid;
    /// 2 when it cannot start.
    /// </summary>
    public static Task<int> Run(CycleBenchOptions options, TextWriter output, CancellationToken cancellation) =>
        Bench.Run(
            options,
            output,
            async (server, stop) => await Measure(server, options, stop),
            cancellation);

    private static async Task<CycleReport> Measure(
        BenchServer server, CycleBenchOptions options, CancellationToken cancellation)
    {
        var accountCount = options.AccountCount;
        var knownCount = Math.Max(options.KnownCount, accountCount);
        var engine = await server.Create("engine", cancellation);
        var book = new CycleBook(accountCount, knownCount);
        await using (var host = await BenchHost.Start(engine, cancellation))
            await book.SetUp(host, cancellation);
        await server.Settle(engine, cancellation);
        var floor = new Floor(server, CycleFloor.Shape);
        await floor.Prepare(engine, cancellation);
        var measured = await MeasureEngine(server, engine, accountCount, cancellation);
        return new CycleReport(measured, knownCount, await floor.Measure(engine, cancellation));
    }

    private static async Task<EngineMeasure> MeasureEngine(
        BenchServer server, string database, int accountCount, CancellationToken cancellation)
    {
        EngineTimes times = null!;
        var measure = await WorkMeasure.Of(server, database, (accountCount, Bill), cancellation);
        return new EngineMeasure(measure, times);

        async Task<TimeSpan> Bill(BenchHost host)
        {
            times = await new CycleRun(host.Grains, accountCount).BillBesideLookUps(CycleBook.Whole, cancellation);
            return times.Calculate + times.Release;
        }
    }
}
