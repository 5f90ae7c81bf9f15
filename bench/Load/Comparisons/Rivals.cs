using BillingActors.Comparison;
using BillingActors.Comparison.Idiom;
using BillingActors.Comparison.Service;
using BillingActors.Load.Machine;
using BillingActors.Storage;

namespace BillingActors.Load.Comparisons;

/// <summary>Those that do the same work in another way, one after the other, each in a database of its own.</summary>
internal sealed class Rivals(BenchServer server)
{
    /// <summary>Commands under way; as many as the engine has accounts under way in its streams.</summary>
    public const int WorkerCount = 64;

    private const int WarmMax = 5000;

    /// <summary>Accounts of warming up, for the engine and for each of its rivals.</summary>
    public static int WarmCount(int accountCount) => Math.Min(WarmMax, accountCount);

    /// <summary>
    /// Lets each open the accounts and do some work, so that it is warm, and measures it after a new start, so that no
    /// account is in memory.
    /// </summary>
    public async Task<List<TMeasure>> Each<TMeasure>(
        IReadOnlyList<string> accounts,
        Func<IRival, string, Task> warmUp,
        Func<IRival, Task<TMeasure>> measure,
        CancellationToken cancellation)
    {
        var measures = new List<TMeasure>();
        foreach (var start in new[] { Grain, Service })
        {
            var database = await server.Create($"rival{measures.Count}", cancellation);
            await using (var rival = await start(database, true, cancellation))
            {
                await InParallel.Do(
                    accounts, WorkerCount, account => rival.Open(account, cancellation), cancellation);
                string[] warm = [.. Enumerable.Range(0, WarmCount(accounts.Count)).Select(number => $"warm/{number}")];
                await InParallel.Do(
                    warm,
                    WorkerCount,
                    async account =>
                    {
                        await rival.Open(account, cancellation);
                        await warmUp(rival, account);
                    },
                    cancellation);
            }
            await server.Settle(database, cancellation);
            await using (var rival = await start(database, false, cancellation))
                measures.Add(await measure(rival));
            await server.Drop(database, cancellation);
        }
        return measures;
    }

    private static async Task<IRival> Grain(string database, bool isNew, CancellationToken cancellation)
    {
        if (isNew)
        {
            // The tables of Orleans come with the product's own schema.
            await using var services = StorageServices.Of(database);
            await services.MigrateStorage(cancellation);
        }
        return await GrainRival.Start(database, cancellation);
    }

    private static async Task<IRival> Service(string database, bool isNew, CancellationToken cancellation) =>
        await ServiceRival.Start(database, isNew, cancellation);
}
