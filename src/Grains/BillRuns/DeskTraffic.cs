using Microsoft.Extensions.Options;

namespace BillingActors.Grains.BillRuns;

/// <summary>
/// How often this silo is asked for accounts, and how large a page of a run may be beside it. What a page keeps alive
/// until it is stored is copied by the collector while everybody waits, so beside a busy desk pages are small, and a
/// run that is alone keeps the large ones, which the database likes better.
/// </summary>
internal sealed class DeskTraffic(IOptions<GrainsOptions> options, TimeProvider clock)
{
    private readonly Lock _turn = new();
    private long _since = clock.GetTimestamp();
    private long _asked;
    private long _askedBefore;

    /// <summary>Notes one question; cheap enough for every look-up.</summary>
    public void Count() => Interlocked.Increment(ref _asked);

    /// <summary>Accounts of the next page.</summary>
    public int PageSize() => IsBusy()
        ? Math.Min(options.Value.RunPageSizeBesideDesk, options.Value.RunPageSize)
        : options.Value.RunPageSize;

    // What was asked in the last whole second, or already in this one.
    private bool IsBusy()
    {
        lock (_turn)
        {
            var passed = clock.GetElapsedTime(_since);
            if (passed >= TimeSpan.FromSeconds(1))
            {
                // Where nobody looked for several seconds, what was counted is spread over all of them.
                _askedBefore = (long)(Interlocked.Exchange(ref _asked, 0) / passed.TotalSeconds);
                _since = clock.GetTimestamp();
            }
            return Math.Max(_askedBefore, Interlocked.Read(ref _asked)) >= options.Value.BusyDeskLookUps;
        }
    }
}
