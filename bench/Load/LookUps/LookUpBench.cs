using BillingActors.Gateway.Auth;
using BillingActors.Load.Cycles;
using BillingActors.Load.Machine;

namespace BillingActors.Load.LookUps;

/// <summary>
/// Looks balances up over HTTP: as fast as they come, against an empty endpoint of the same web server, and at a desk's
/// pace while a cycle is billed, against the same desk without a run and the same run without a desk.
/// </summary>
public static class LookUpBench
{
    private const int DeskCountMax = 1000;

    /// <summary>Runs the benchmark in databases of its own, which are dropped afterwards.</summary>
    public static Task<int> Run(LookUpOptions options, TextWriter output, CancellationToken cancellation) => Bench.Run(
        options, output, async (server, stop) => await Measure(server, options, stop), cancellation);

    private static async Task<LookUpReport> Measure(
        BenchServer server, LookUpOptions options, CancellationToken cancellation)
    {
        var original = await server.Create("books", cancellation);
        await using (var host = await BenchHost.Start(original, cancellation))
            await new CycleBook(options.AccountCount).SetUp(host, cancellation);
        await server.Settle(original, cancellation);
        var rounds = new List<LookUpRound>();
        for (var number = 1; number <= options.RoundCount; number++)
        {
            var (solo, beside) = (
                await server.Copy(original, $"solo{number}", cancellation),
                await server.Copy(original, $"beside{number}", cancellation));
            var alone = await BillAlone(server, solo, options, cancellation);
            await server.Drop(solo, cancellation);
            rounds.Add(await Round(server, beside, options, cancellation) with { Solo = alone });
            await server.Drop(beside, cancellation);
        }
        return new LookUpReport(options, rounds);
    }

    private static async Task<RunTimes> BillAlone(
        BenchServer server, string database, LookUpOptions options, CancellationToken cancellation)
    {
        await using var host = await BenchHost.Start(database, cancellation);
        await server.Checkpoint(cancellation);
        return await new CycleRun(host.Grains, options.AccountCount).Bill(CycleBook.Whole, cancellation);
    }

    private static async Task<LookUpRound> Round(
        BenchServer server, string database, LookUpOptions options, CancellationToken cancellation)
    {
        await using var host = await BenchHost.Start(database, cancellation);
        var (warm, cold) = Requests(host.Address, await host.MakeKey(Role.Agent, cancellation), options.AccountCount);
        await Warm(host.Address, warm, cancellation);
        var duration = TimeSpan.FromSeconds(options.Seconds);
        var empty = await AskEmpty(options.ConnectionCount, duration, cancellation);
        var full = await Askers.Run(host.Address, warm, options.ConnectionCount, duration, cancellation);

        var (idle, idleCold, _) = await AtDesk(host, (warm, cold), options, async () =>
        {
            await Task.Delay(duration, cancellation);
            return new RunTimes(duration, TimeSpan.Zero);
        });
        await server.Checkpoint(cancellation);
        using var yielded = new YieldedShare();
        var (busy, busyCold, run) = await AtDesk(host, (warm, cold), options, () =>
            new CycleRun(host.Grains, options.AccountCount).Bill(CycleBook.Whole, cancellation));
        return new LookUpRound(empty, full, new(idle, idleCold), new(busy, busyCold), run, run)
        {
            Yielded = yielded.Share,
        };
    }

    private static async Task<(Times Warm, Times Cold, RunTimes Run)> AtDesk(
        BenchHost host, (byte[][] Warm, byte[][] Cold) requests, LookUpOptions options, Func<Task<RunTimes>> work)
    {
        await using var warm = Desk.Start(host.Address, requests.Warm, options.Rate, seed: 1);
        await using var cold = Desk.Start(host.Address, requests.Cold, Math.Max(1, options.Rate / 10), seed: 2);
        var run = await work();
        return (await warm.Stop(), await cold.Stop(), run);
    }

    // The accounts of the desk are spread over the cycle; all others were never asked for since the start.
    private static (byte[][] Warm, byte[][] Cold) Requests(Uri address, string key, int accountCount)
    {
        var step = Math.Max(2, accountCount / DeskCountMax);
        var byKind = Enumerable.Range(1, accountCount).ToLookup(
            number => number % step == 0,
            number => HttpCaller.Request(address, $"/v1/accounts/{CycleBook.AccountKey(number)}/balance", key));
        return ([.. byKind[true]], [.. byKind[false]]);
    }

    private static async Task Warm(Uri address, byte[][] requests, CancellationToken cancellation)
    {
        using var caller = await HttpCaller.Connect(address, cancellation);
        foreach (var request in requests)
            Askers.Accept(await caller.Get(request, cancellation));
        await Askers.Run(address, requests, connectionCount: 4, TimeSpan.FromSeconds(1), cancellation);
    }

    private static async Task<AskedRate> AskEmpty(
        int connectionCount, TimeSpan duration, CancellationToken cancellation)
    {
        await using var host = await EmptyHost.Start(cancellation);
        byte[][] requests = [HttpCaller.Request(host.Address, EmptyHost.Path, null)];
        await Askers.Run(host.Address, requests, connectionCount: 4, TimeSpan.FromSeconds(1), cancellation);
        return await Askers.Run(host.Address, requests, connectionCount, duration, cancellation);
    }
}
