using BillingActors.Load.Cycles;
using BillingActors.Load.Floors;
using BillingActors.Load.Machine;

namespace BillingActors.Load.Payments;

/// <summary>
/// Pays every bill of a cycle by files through the durable payments stream, against a writer that stores the same rows
/// in transactions of as many accounts as a flush takes; and asks what one hot account costs all others.
/// </summary>
public static class PaymentBench
{
    /// <summary>Runs the benchmark in databases of its own, which are dropped afterwards.</summary>
    public static Task<int> Run(
        PaymentBenchOptions options, TextWriter output, CancellationToken cancellation) => Bench.Run(
        options, output, async (server, stop) => await Measure(server, options, stop), cancellation);

    private static async Task<PaymentReport> Measure(
        BenchServer server, PaymentBenchOptions options, CancellationToken cancellation)
    {
        var engine = await server.Create("engine", cancellation);
        await SetUp(engine, options, cancellation);
        await server.Settle(engine, cancellation);
        var files = await BankFiles.PayAll(engine, CycleBook.Whole, options.FileLineCount, cancellation);
        var floor = new Floor(server, PaymentFloor.Of(files));
        await floor.Prepare(engine, cancellation);
        var hot = await server.Copy(engine, "hot", cancellation);

        var work = await WorkMeasure.Of(
            server,
            engine,
            (files.Sum(file => file.Length), host => new PaymentStream(host).PayAll(files, cancellation)),
            cancellation);
        var measured = await floor.Measure(engine, cancellation);
        await server.Checkpoint(cancellation);
        await using var besides = await BenchHost.Start(hot, cancellation);
        var (without, with) = await new HotAccount(new PaymentStream(besides), options).Measure(cancellation);
        return new PaymentReport(options, work, measured, without, with);
    }

    // The bills of the small cycle are paid at once, so that the measured payments meet a program that is warm.
    private static async Task SetUp(string database, PaymentBenchOptions options, CancellationToken cancellation)
    {
        await using var host = await BenchHost.Start(database, cancellation);
        await new CycleBook(options.AccountCount).SetUp(host, cancellation);
        await new CycleRun(host.Grains, options.AccountCount).Bill(CycleBook.Whole, cancellation);
        var warm = await BankFiles.PayAll(database, CycleBook.Warm, fileLineCount: 1000, cancellation);
        await new PaymentStream(host).PayAll(warm, cancellation);
    }
}
