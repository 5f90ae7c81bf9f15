using System.Globalization;
using BillingActors.Comparison;
using BillingActors.Load.Cycles;
using BillingActors.Load.Machine;
using BillingActors.Load.Payments;
using Npgsql;

namespace BillingActors.Load.Comparisons;

/// <summary>
/// Bills a month of every account and books the payment of every bill, by the engine, by a grain with persistent state
/// and by a plain service: the same accounts, meters, prices and payments.
/// </summary>
public static class ComparisonBench
{
    private const string SelectBilled =
        $"select coalesce(sum(total_minor), 0)::bigint from invoice where run_id = '{CycleBook.RunId}'";

    private const string SelectOwed =
        "select coalesce(sum(balance_minor), 0)::bigint from account where account_key like $1";

    /// <summary>Runs the comparison in databases of its own, which are dropped afterwards.</summary>
    public static Task<int> Run(ComparisonOptions options, TextWriter output, CancellationToken cancellation) =>
        Bench.Run(options, output, async (server, stop) => await Measure(server, options, stop), cancellation);

    private static async Task<ComparisonReport> Measure(
        BenchServer server, ComparisonOptions options, CancellationToken cancellation)
    {
        var engine = await MeasureEngine(server, options, cancellation);
        int[] numbers = [.. Enumerable.Range(1, options.AccountCount)];
        var rivals = await new Rivals(server).Each(
            [.. numbers.Select(CycleBook.AccountKey)],
            async (rival, account) =>
            {
                await rival.Bill(account, UseOf(1), cancellation);
                await rival.Pay(account, "warm", 1, cancellation);
            },
            rival => MeasureRival(server, rival, numbers, cancellation),
            cancellation);
        return new ComparisonReport(options, engine, rivals);
    }

    private static async Task<MonthMeasure> MeasureEngine(
        BenchServer server, ComparisonOptions options, CancellationToken cancellation)
    {
        var database = await server.Create("engine", cancellation);
        await using (var host = await BenchHost.Start(database, cancellation))
        {
            await new CycleBook(options.AccountCount).SetUp(host, cancellation);
            var warm = await BankFiles.PayAll(database, CycleBook.Warm, options.FileLineCount, cancellation);
            await new PaymentStream(host).PayAll(warm, cancellation);
        }
        await server.Settle(database, cancellation);
        TimeSpan billed, paid;
        await using (var host = await BenchHost.Start(database, cancellation))
        {
            var times = await new CycleRun(host.Grains, options.AccountCount).Bill(CycleBook.Whole, cancellation);
            billed = times.Calculate + times.Release;
            var files = await BankFiles.PayAll(database, CycleBook.Whole, options.FileLineCount, cancellation);
            await server.Checkpoint(cancellation);
            paid = await new PaymentStream(host).PayAll(files, cancellation);
        }
        return new MonthMeasure(
            "engine",
            options.AccountCount / billed.TotalSeconds,
            options.AccountCount / paid.TotalSeconds,
            await Sum(database, SelectBilled, null, cancellation),
            await Sum(database, SelectOwed, CycleBook.KeyPattern(CycleBook.Whole), cancellation));
    }

    private static async Task<MonthMeasure> MeasureRival(
        BenchServer server, IRival rival, int[] numbers, CancellationToken cancellation)
    {
        await server.Checkpoint(cancellation);
        var billed = await InParallel.Do(
            numbers,
            Rivals.WorkerCount,
            number => rival.Bill(CycleBook.AccountKey(number), UseOf(number), cancellation),
            cancellation);
        var total = await Owed(rival, numbers, cancellation);
        await server.Checkpoint(cancellation);
        var paid = await InParallel.Do(
            numbers,
            Rivals.WorkerCount,
            number => rival.Pay(
                CycleBook.AccountKey(number),
                string.Create(CultureInfo.InvariantCulture, $"payment-{number}"),
                Prices.Of(UseOf(number)).TotalMinor,
                cancellation),
            cancellation);
        return new MonthMeasure(
            rival.Name,
            numbers.Length / billed.TotalSeconds,
            numbers.Length / paid.TotalSeconds,
            total,
            await Owed(rival, numbers, cancellation));
    }

    private static async Task<long> Owed(IRival rival, int[] numbers, CancellationToken cancellation)
    {
        var sum = 0L;
        await InParallel.Do(
            numbers,
            Rivals.WorkerCount,
            async number => Interlocked.Add(
                ref sum, (await rival.Look(CycleBook.AccountKey(number), cancellation)).OwedMinor),
            cancellation);
        return sum;
    }

    private static MeterUse UseOf(int number) =>
        new(CycleBook.From, CycleBook.Until, CycleBook.Before(number), CycleBook.After(number));

    private static async Task<long> Sum(
        string connectionString, string sql, string? value, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        if (value is not null)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
