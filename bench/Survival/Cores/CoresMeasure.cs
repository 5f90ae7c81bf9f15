using BillingActors.Survival.Checks;
using BillingActors.Survival.Clusters;
using BillingActors.Survival.Desks;

namespace BillingActors.Survival.Cores;

/// <summary>Measures one part in this process and in those it starts, on the cores that it was given.</summary>
internal static class CoresMeasure
{
    private const int WarmMonthCount = 2;
    private const int MeasuredMonthCount = 3;
    private const int MonthCount = WarmMonthCount + MeasuredMonthCount + 1;
    private const int PoolCount = 40;
    private const int WarmCallCount = 5000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task<CoresPart> Run(CoresOptions options, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("billing-cores-");
        try
        {
            return await Run(options, folder.FullName, cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<CoresPart> Run(CoresOptions options, string folder, CancellationToken cancellation)
    {
        var settings = new ClusterSettings
        {
            SiloCount = options.PartSiloCount,
            SiloCountMax = options.PartSiloCount,
            PoolCountMax = PoolCount,
            IsMeasured = true,
            Folder = folder,
        };
        var books = new BookSettings(options.AccountCount, MonthCount) { HasCalls = true };
        await using var cluster = await SurvivalCluster.Start(settings, cancellation);
        await cluster.Gateway.Stop(); // The silos have doors of their own.
        await using var offline = new OfflineBooks(cluster.Connection(), cluster.MasterKey);
        var key = await offline.MakeKey("sam", cancellation);
        using var second = new Caller(
            cluster.WantedSilos[0].Address, await offline.MakeKey("ana", cancellation), Patience);
        var doors = cluster.WantedSilos.Select(silo => new Caller(silo.Address, key, Patience)).ToList();
        try
        {
            await Books.Enter(books, doors[0], second, cancellation);
            var work = new CoresWork(cluster, doors, books);
            // One run may leave a silo out; two rarely do.
            for (var month = 0; month < WarmMonthCount; month++)
                await work.Bill(month, cancellation);
            // A month is billed in seconds, and a checkpoint of the database takes some of them: the middle one counts.
            var months = new List<(double PerSecond, double Milliseconds)>();
            for (var i = 0; i < MeasuredMonthCount; i++)
                months.Add(await work.Bill(WarmMonthCount + i, cancellation));
            var bills = months.OrderBy(month => month.PerSecond).ElementAt(MeasuredMonthCount / 2);
            await work.Rate("warm", MonthCount - 1, Math.Min(WarmCallCount, options.CallCount), cancellation);
            var calls = await work.Rate("whole", MonthCount - 1, options.CallCount, cancellation);
            return new CoresPart(
                options.PartSiloCount, bills.PerSecond, calls.PerSecond, bills.Milliseconds, calls.Milliseconds);
        }
        finally
        {
            doors.ForEach(door => door.Dispose());
        }
    }
}
