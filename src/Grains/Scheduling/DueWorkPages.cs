using BillingActors.Grains.Accounts;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Storage.DueWork;
using Microsoft.Extensions.Logging;

namespace BillingActors.Grains.Scheduling;

/// <summary>
/// Works off a page of due work. Accounts of whose collection alone something is due are looked at together; all else
/// is woken, some at a time, and what fails stays due.
/// </summary>
internal sealed partial class DueWorkPages(
    ReviewPages reviews, IGrainFactory grains, ILogger<DueWorkPages> logger)
{
    private const string Collection = "collection";

    /// <summary>
    /// So many are awake at once: their commits share flushes, and the desk is still answered in between.
    /// </summary>
    private const int AwakeCountMax = 16;

    /// <summary>Works off items; returns when each was done or has failed.</summary>
    public async Task Work(IReadOnlyCollection<DueItem> items, CancellationToken cancellation)
    {
        var byKey = items.GroupBy(item => item.Key, StringComparer.Ordinal).ToList();
        var together = byKey.Where(IsReview).Select(group => group.Key).ToList();
        var lost = await Review(together, cancellation);
        var alone = byKey.Where(group => !IsReview(group) || lost.Contains(group.Key)).ToList();
        using var room = new SemaphoreSlim(AwakeCountMax);
        await Task.WhenAll(alone.Select(group => Wake(group, room, cancellation)));
    }

    private static bool IsReview(IEnumerable<DueItem> group) => group.All(item => item.Kind == Collection);

    /// <summary>The accounts that have to look themselves.</summary>
    private async Task<HashSet<string>> Review(List<string> keys, CancellationToken cancellation)
    {
        if (keys.Count == 0)
            return [];
        try
        {
            return (await reviews.Review(keys, cancellation)).ToHashSet(StringComparer.Ordinal);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            LogPageFailed(logger, keys.Count, e); // One of them spoils it for all, so each is asked by itself.
            return keys.ToHashSet(StringComparer.Ordinal);
        }
    }

    /// <summary>Of one key the oldest comes first, as it came due.</summary>
    private async Task Wake(IEnumerable<DueItem> group, SemaphoreSlim room, CancellationToken cancellation)
    {
        await room.WaitAsync(cancellation);
        try
        {
            foreach (var item in group)
                await Wake(item, cancellation);
        }
        finally
        {
            room.Release();
        }
    }

    private async Task Wake(DueItem item, CancellationToken cancellation)
    {
        try
        {
            await (item.Kind switch
            {
                "bill-run" => grains.GetGrain<IBillRunGrain>(item.Key).Resume(cancellation),
                "import" => grains.GetGrain<IImportGrain>(item.Key).Work(cancellation),
                "call" => grains.GetGrain<IHeldCallGrain>(item.Key).Close(cancellation),
                Collection => grains.GetGrain<IAccountCollectionsGrain>(item.Key).ReviewCollection(cancellation),
                "transfer" => grains.GetGrain<ITransferGrain>(item.Key).Resume(cancellation),
                "budget" => grains.GetGrain<IAccountBudgetGrain>(item.Key).ReviewBudget(cancellation),
                "collective" => grains.GetGrain<IAccountCollectiveGrain>(item.Key).ReviewCollective(cancellation),
                "retry" => grains.GetGrain<IAccountCashGrain>(item.Key).DrawRetry(cancellation),
                _ => throw new InvalidOperationException($"Nobody works on '{item.Kind}'."),
            });
        }
        catch (Exception e)
        {
            LogNotWoken(logger, item.Kind, item.Key, e); // It stays due and is woken again.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A page of {Count} accounts could not be looked at together.")]
    private static partial void LogPageFailed(ILogger logger, int count, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Due work {Kind} {Key} could not be woken.")]
    private static partial void LogNotWoken(ILogger logger, string kind, string key, Exception fault);
}
