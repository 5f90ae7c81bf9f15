using System.Collections.Frozen;
using BillingActors.Grains.Interfaces;
using BillingActors.Storage.Audit;

namespace BillingActors.Gateway.Audit;

/// <summary>
/// Which accounts are sensitive: all of them, read again after a few seconds, so that a look costs no question of its
/// own.
/// </summary>
internal sealed class SensitiveMarks(ISensitiveAccounts store, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);
    private volatile Known? _known;

    /// <summary>Whether looks at the account are noted.</summary>
    public async ValueTask<bool> Has(string accountKey, CancellationToken cancellation)
    {
        var now = clock.GetTimestamp();
        var known = _known;
        if (known is null || clock.GetElapsedTime(known.ReadAt, now) >= Lifetime)
            _known = known = new Known(await Read(cancellation), now);
        return known.Keys.Contains(accountKey);
    }

    /// <summary>Whether it is known without a question that looks at the account are not noted.</summary>
    public bool IsPlain(string accountKey) =>
        _known is { } known && clock.GetElapsedTime(known.ReadAt) < Lifetime && !known.Keys.Contains(accountKey);

    /// <summary>Reads them again at the next look.</summary>
    public void Forget() => _known = null;

    private async Task<FrozenSet<string>> Read(CancellationToken cancellation) =>
        (await store.List(cancellation)).Select(one => AccountKey.Of(one.EntityId, one.AccountId))
            .ToFrozenSet(StringComparer.Ordinal);

    private sealed record Known(FrozenSet<string> Keys, long ReadAt);
}
