using System.Collections.Concurrent;
using System.Collections.Immutable;
using BillingActors.Gateway.Api;
using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Ledger;
using BillingActors.Storage.Ledger;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>
/// What was open on a past day, from the books of each legal entity. It reads every account's events: so one reading
/// serves the cells and the accounts behind them for a while.
/// </summary>
internal sealed class PastAgeing(
    ILedgerReports ledgers, ILimitReports entities, IGrainFactory grains, TimeProvider wall)
{
    private const int CountMax = 20;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<(string EntityId, DateOnly On, bool IsByDocument), Entry> _known = new();

    /// <summary>Sums by legal entity, currency and bucket; what is nothing is left out.</summary>
    public async Task<ImmutableArray<AgeingCell>> Cells(
        Caller caller, AgeingQuery query, CancellationToken cancellation)
    {
        var cells = ImmutableArray.CreateBuilder<AgeingCell>();
        foreach (var entity in await entities.Limits(caller.Scope, cancellation))
        {
            var rows = await Rows(caller, entity.EntityId, query, cancellation);
            foreach (var currency in rows.Select(row => row.Currency).Distinct(StringComparer.Ordinal))
            {
                cells.AddRange(Enum.GetValues<AgeingBucket>()
                    .Select(bucket => Cell(entity.EntityId, bucket, [.. rows.Where(row => row.Currency == currency)]))
                    .Where(cell => cell.AccountCount > 0));
            }
        }
        return cells.ToImmutable();
    }

    /// <summary>The accounts behind a cell in order of key, after a key or at the end.</summary>
    public async Task<ImmutableArray<AgeingLine>> Lines(
        Caller caller, AgeingQuery query, AgeingPlace place, AgeingSlice slice, CancellationToken cancellation)
    {
        var lines = (await Rows(caller, place.Group, query, cancellation))
            .Where(row => row.Currency == place.Currency && In(row.Aged, place.Bucket) != 0)
            .Select(row => (Row: row, Key: AccountKey.Of(place.Group, row.AccountId)))
            .Where(line => string.CompareOrdinal(line.Key, slice.AfterKey) > 0)
            .OrderBy(line => line.Key, StringComparer.Ordinal);
        return
        [
            .. (slice.IsLast ? lines.TakeLast(slice.CountMax) : lines.Take(slice.CountMax))
                .Select(line => new AgeingLine(
                    place.Group, line.Row.AccountId, line.Row.CustomerId, null, place.Currency,
                    In(line.Row.Aged, place.Bucket), 0, 0, query.On)),
        ];
    }

    private static AgeingCell Cell(string entityId, AgeingBucket bucket, List<AccountAgeingRow> rows)
    {
        var minors = rows.Select(row => In(row.Aged, bucket)).Where(minor => minor != 0).ToList();
        return new AgeingCell(entityId, rows[0].Currency, bucket, minors.Sum(), 0, minors.Count);
    }

    private static long In(AgedView aged, AgeingBucket? bucket) => bucket switch
    {
        AgeingBucket.NotDue => aged.NotDueMinor,
        AgeingBucket.Days1To30 => aged.Days1To30Minor,
        AgeingBucket.Days31To60 => aged.Days31To60Minor,
        AgeingBucket.Days61To90 => aged.Days61To90Minor,
        AgeingBucket.Days91To120 => aged.Days91To120Minor,
        AgeingBucket.Over120 => aged.Over120Minor,
        AgeingBucket.Credits => aged.CreditsMinor,
        AgeingBucket.Unapplied => -aged.UnappliedMinor,
        _ => aged.BalanceMinor,
    };

    private async Task<ImmutableArray<AccountAgeingRow>> Rows(
        Caller caller, string entityId, AgeingQuery query, CancellationToken cancellation)
    {
        if (await grains.Find(caller, (MasterKindName.LegalEntity, entityId), cancellation)
            is not { Content.LegalEntity: { } entity })
        {
            return [];
        }
        var (key, now) = ((entityId, query.On, query.IsByDocument), wall.GetTimestamp());
        if (_known.TryGetValue(key, out var entry) && wall.GetElapsedTime(entry.ReadAt, now) < Lifetime)
            return entry.Rows;
        var chart = await grains.HoldingOn((MasterKindName.Chart, entityId), query.On, cancellation);
        var report = await ledgers.Ageing(
            new BooksQuery(entityId, entity.Zone, chart?.Chart), query.On, query.IsByDocument, cancellation);
        if (_known.Count >= CountMax)
            _known.Clear();
        _known[key] = new Entry(report.Accounts, now);
        return report.Accounts;
    }

    private sealed record Entry(ImmutableArray<AccountAgeingRow> Rows, long ReadAt);
}
