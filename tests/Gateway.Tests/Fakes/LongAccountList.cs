using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>So many accounts, made when they are asked for; from a page on it waits until it may go on.</summary>
internal sealed class LongAccountList(int count, int freePages = int.MaxValue) : IAccountList
{
    private readonly TaskCompletionSource _mayGoOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _next;

    /// <summary>Pages that were read.</summary>
    public int PageCount { get; private set; }

    /// <summary>The most rows that were asked for at once.</summary>
    public int AskedMax { get; private set; }

    public void GoOn() => _mayGoOn.SetResult();

    public Task<long> Count(EntityScope scope, AccountFilter filter, CancellationToken cancellation) =>
        Task.FromResult((long)count);

    public async Task<ImmutableArray<AccountRow>> Read(
        EntityScope scope, AccountFilter filter, AccountSlice slice, CancellationToken cancellation)
    {
        if (PageCount >= freePages)
            await _mayGoOn.Task.WaitAsync(cancellation);
        (PageCount, AskedMax) = (PageCount + 1, Math.Max(AskedMax, slice.CountMax));
        var rows = Enumerable.Range(_next, Math.Min(slice.CountMax, count - _next)).Select(Row).ToImmutableArray();
        _next += rows.Length;
        return rows;
    }

    private static AccountRow Row(int place)
    {
        var id = place.ToString("D6", CultureInfo.InvariantCulture);
        return new AccountRow("north", "A" + id, "C" + id, "Ada " + id, "open", "monthly", "AUD", place, 1);
    }
}
