using System.Collections.Concurrent;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Reports;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Reports;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>
/// Reads key figures for pages. They count whole journals, and everybody's first page shows them: so one reading serves
/// all people of the same legal entities for a while, and says when it was.
/// </summary>
internal sealed class ReceivablesReading(
    IReceivablesReports reports,
    [FromKeyedServices(BillingClock.Key)] TimeProvider clock,
    TimeProvider wall)
{
    private const int CountMax = 200;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);
    private readonly ConcurrentDictionary<string, Entry> _known = new(StringComparer.Ordinal);

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>The figures of everything a person may see.</summary>
    public async Task<ReceivablesReport> Figures(Caller caller, CancellationToken cancellation)
    {
        var key = $"{Today:yyyy-MM-dd} {string.Join(' ', caller.Scope.Entities.Order(StringComparer.Ordinal))}";
        var now = wall.GetTimestamp();
        if (_known.TryGetValue(key, out var entry) && wall.GetElapsedTime(entry.ReadAt, now) < Lifetime)
            return entry.Report;
        var (today, readAt) = (Today, clock.GetUtcNow());
        var books = await reports.Figures(caller.Scope, today, ReceivablesPeriod.Days, cancellation);
        var report = new ReceivablesReport(today, readAt, ReceivablesPeriod.Days, books);
        if (_known.Count >= CountMax)
            _known.Clear();
        _known[key] = new Entry(report, now);
        return report;
    }

    /// <summary>The accounts with something past due that follow a place, the largest first.</summary>
    public async Task<IReadOnlyList<PastDueRow>> PastDue(
        Caller caller, ReceivablesFilter filter, (string? After, int Count) page, CancellationToken cancellation) =>
        caller.Scope.Allows(filter.EntityId)
            ? await reports.PastDue(filter, Today, PastDuePlace.Read(page.After), page.Count, cancellation)
            : [];

    private sealed record Entry(ReceivablesReport Report, long ReadAt);
}
