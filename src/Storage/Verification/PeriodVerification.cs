using System.Data.Common;
using BillingActors.Domain.Closing;
using BillingActors.Domain.Primitives;
using BillingActors.Storage.Closing;
using BillingActors.Storage.Json;

namespace BillingActors.Storage.Verification;

/// <summary>
/// Locks of the books: the row of an entity is the fold of its events, and what every role came to up to a lock that
/// still stands is what it comes to now.
/// </summary>
internal static class PeriodVerification
{
    private const string SelectRows = """
        select entity_id, version, cast(soft_locked_until as text), cast(hard_locked_until as text)
        from accounting_period order by entity_id
        """;

    private const string SelectEvents = """
        select version, command_id, request_hash, actor_kind, actor_id, source, at, reason, body
        from accounting_period_event where entity_id = $1 order by version
        """;

    private const string SelectMonths = """
        select substr(cast(booked_on as text), 1, 7), ledger_account, currency, cast(sum(amount_minor) as bigint)
        from posting where account_key > $1 || '/' and account_key < $1 || '0' group by 1, 2, 3
        """;

    public static void Check(Books books, Findings findings, CancellationToken cancellation)
    {
        foreach (var row in books.Read(SelectRows, Row.Of).ToList())
        {
            cancellation.ThrowIfCancellationRequested();
            findings.Count(Rule.AccountingPeriods);
            try
            {
                var events = books.Read(SelectEvents, stored => EventOf(books, stored), row.EntityId).ToList();
                if (FaultIn(row, events) is { } fault)
                    findings.Add(Rule.AccountingPeriods, row.EntityId, fault);
                else
                    CheckTotals(books, row.EntityId, events, findings);
            }
            catch (Exception fault) when (StoredBytes.AreTheCauseOf(fault))
            {
                findings.Add(Rule.AccountingPeriods, row.EntityId, $"an event cannot be read: {fault.Message}");
            }
        }
    }

    private static string? FaultIn(Row row, List<StoredPeriodEvent> events)
    {
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i].Version != i + 1)
                return $"event {i + 1} is missing";
        }
        var window = PeriodTurn.Fold(events).Window;
        var derived = new Row(row.EntityId, events.Count, Text(window.SoftLockedUntil), Text(window.HardLockedUntil));
        return row == derived ? null : Difference.Of(row, derived);
    }

    private static void CheckTotals(
        Books books, string entityId, List<StoredPeriodEvent> events, Findings findings)
    {
        var standing = events.Where(stored => stored.Happened is PeriodEvent.HardLocked locked && !events.Any(
            later => later.Version > stored.Version
                && later.Happened is PeriodEvent.Reopened reopened && reopened.From < locked.Until)).ToList();
        if (standing.Count == 0)
            return;
        var months = books.Read(SelectMonths, MonthOf, entityId).ToList();
        foreach (var stored in standing)
        {
            findings.Count(Rule.AccountingPeriods);
            var locked = (PeriodEvent.HardLocked)stored.Happened;
            var until = IsoDay.Format(locked.Until)[..7];
            var now = months.Where(month => string.CompareOrdinal(month.Month, until) < 0)
                .GroupBy(month => (month.LedgerAccount, month.Currency), month => month.AmountMinor)
                .Select(sum => new LedgerTotal(sum.Key.LedgerAccount, sum.Key.Currency, sum.Sum()))
                .Where(total => total.AmountMinor != 0)
                .ToHashSet();
            if (locked.Totals.FirstOrDefault(total => !now.Contains(total)) is { } moved)
                Report($"{moved.LedgerAccount} came to {moved.AmountMinor} {moved.Currency} when it was locked");
            else if (now.Count != locked.Totals.Length)
                Report("something is booked now that was not when it was locked");

            void Report(string what) => findings.Add(
                Rule.AccountingPeriods, entityId, $"the lock of event {stored.Version} does not hold: {what}");
        }
    }

    private static (string Month, string LedgerAccount, string Currency, long AmountMinor) MonthOf(DbDataReader row) =>
        (row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3));

    private static StoredPeriodEvent EventOf(Books books, DbDataReader row) => new(
        row.GetInt64(0),
        PeriodJson.Read(Books.Bytes(row, 8)),
        new CommandContext(
            row.GetString(1),
            new Actor(EnumWords<ActorKind>.Parse(row.GetString(3)), row.GetString(4)),
            row.GetString(5),
            books.At(row, 6),
            Books.TextOrNull(row, 7)),
        row.GetString(2));

    private static string? Text(NodaTime.LocalDate? day) => day is { } known ? IsoDay.Format(known) : null;

    private sealed record Row(string EntityId, long Version, string? SoftLockedUntil, string? HardLockedUntil)
    {
        public static Row Of(DbDataReader row) =>
            new(row.GetString(0), row.GetInt64(1), Books.TextOrNull(row, 2), Books.TextOrNull(row, 3));
    }
}
