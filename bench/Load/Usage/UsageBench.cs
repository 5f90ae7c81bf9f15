using BillingActors.Load.Comparisons;
using BillingActors.Load.Machine;

namespace BillingActors.Load.Usage;

/// <summary>
/// Rates calls on arrival through the durable usage stream, against the same batches given to a grain with persistent
/// state and to a plain service: one call per account and batch, as many under way.
/// </summary>
public static class UsageBench
{
    private const int SampleCount = 200;
    private const int Decimals = 6;

    /// <summary>Runs the benchmark in databases of its own, which are dropped afterwards.</summary>
    public static Task<int> Run(UsageBenchOptions options, TextWriter output, CancellationToken cancellation) =>
        Bench.Run(options, output, async (server, stop) => await Measure(server, options, stop), cancellation);

    private static async Task<UsageReport> Measure(
        BenchServer server, UsageBenchOptions options, CancellationToken cancellation)
    {
        var calls = new CallBatches(options);
        var (accepted, engine, isSame) = await MeasureEngine(server, calls, options, cancellation);
        // Accounts without calls would only be opened.
        string[] accounts = [.. calls.Amounts.Keys.Order(StringComparer.Ordinal)];
        var perAccount = calls.Batches.SelectMany(batch => batch
                .GroupBy(one => one.Account, one => one.Call, StringComparer.Ordinal)
                .Select(group => (Account: group.Key, Calls: group.ToArray())))
            .ToList();
        var rivals = await new Rivals(server).Each(
            accounts,
            (rival, account) => rival.Rate(account, CallBatches.Warm(account), cancellation),
            async rival =>
            {
                var time = await InParallel.Do(
                    perAccount,
                    Rivals.WorkerCount,
                    group => rival.Rate(group.Account, group.Calls, cancellation),
                    cancellation);
                var isRight = await AllAgree(
                    calls, async account => (await rival.Look(account, cancellation)).Unbilled);
                return new RivalMeasure(rival.Name, options.RecordCount / time.TotalSeconds, isRight);
            },
            cancellation);
        return new UsageReport(options, calls.DuplicateCount, perAccount.Count, accepted, engine, isSame, rivals);
    }

    private static async Task<(TimeSpan Accepted, WorkMeasure Work, bool IsSame)> MeasureEngine(
        BenchServer server, CallBatches calls, UsageBenchOptions options, CancellationToken cancellation)
    {
        var database = await server.Create("engine", cancellation);
        var warmCount = Rivals.WarmCount(options.AccountCount);
        var warm = Enumerable.Range(options.AccountCount + 1, warmCount)
            .Select(UsageBook.AccountKey)
            .SelectMany(account => CallBatches.Warm(account), (account, call) => (account, call))
            .Chunk(options.BatchCount)
            .ToList();
        await using (var host = await BenchHost.Start(database, cancellation))
        {
            await new UsageBook(options.AccountCount + warmCount).SetUp(host, cancellation);
            await new UsageStream(host).Rate(warm, cancellation);
        }
        await server.Settle(database, cancellation);
        var (accepted, isSame) = (TimeSpan.Zero, false);
        var work = await WorkMeasure.Of(server, database, (options.RecordCount, Rate), cancellation);
        await using (var host = await BenchHost.Start(database, cancellation))
            isSame = await AllAgree(calls, account => new UsageStream(host).Unbilled(account, cancellation));
        return (accepted, work, isSame);

        async Task<TimeSpan> Rate(BenchHost host)
        {
            (accepted, var rated) = await new UsageStream(host).Rate(calls.Batches, cancellation);
            return rated;
        }
    }

    // A sample: every account of it must come to what its calls come to, each of them once.
    private static async Task<bool> AllAgree(CallBatches calls, Func<string, Task<decimal>> unbilled)
    {
        var step = Math.Max(1, calls.Amounts.Count / SampleCount);
        foreach (var (account, amount) in calls.Amounts.Where((_, index) => index % step == 0))
        {
            if (decimal.Round(await unbilled(account), Decimals) != decimal.Round(amount, Decimals))
                return false;
        }
        return true;
    }
}
