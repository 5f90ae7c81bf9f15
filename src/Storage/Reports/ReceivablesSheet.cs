using System.Collections.Immutable;
using System.Data.Common;
using BillingActors.Domain.Ratios;
using BillingActors.Domain.Statements;
using BillingActors.Grains.Interfaces.Reports;
using BillingActors.Storage.Json;
using BillingActors.Storage.Ledger;
using BillingActors.Storage.Verification;
using NodaTime;

namespace BillingActors.Storage.Reports;

/// <summary>Everything about the receivables of a legal entity in one currency, as read at one moment.</summary>
internal sealed class ReceivablesSheet(string entityId, string currency)
{
    private const int MonthCount = 12;

    // Sales are what customers are charged: revenue, fees and interest with their tax, less what was credited.
    private const string SelectDays = """
        select currency, cast(booked_on as text),
            cast(sum(case when ledger_account = 'receivables' then amount_minor else 0 end) as bigint),
            cast(sum(case when ledger_account like 'revenue/%' or ledger_account like 'tax/%'
                or ledger_account like 'fees/%' or ledger_account = 'interest'
                then -amount_minor else 0 end) as bigint),
            cast(sum(case when ledger_account = 'unapplied-cash' then -amount_minor else 0 end) as bigint),
            cast(sum(case when ledger_account = 'unidentified-cash' then -amount_minor else 0 end) as bigint)
        from journal_line
        where account_key > $1 || '/' and account_key < $1 || '0' and cast(booked_on as text) <= $2
        group by currency, booked_on
        """;

    // What a write-off or a discount takes off the taxes was charged all the same, as its net part was.
    private const string SelectReliefs = """
        select t.currency, cast(t.booked_on as text), cast(sum(t.amount_minor) as bigint)
        from (
            select distinct account_key, version from posting
            where account_key > $1 || '/' and account_key < $1 || '0'
                and ledger_account in ('bad-debts', 'bad-debts-recovered', 'cash-discounts', 'small-differences')) r
        join posting t on t.account_key = r.account_key and t.version = r.version
        where t.ledger_account like 'tax/%' and cast(t.booked_on as text) <= $2
        group by t.currency, t.booked_on
        """;

    private const string SelectItems = """
        select a.currency, cast(i.due_on as text), cast(sum(i.open_minor) as bigint)
        from open_item i join account a on a.account_key = i.account_key
        where i.account_key > $1 || '/' and i.account_key < $1 || '0' and i.open_minor <> 0
        group by a.currency, i.due_on, i.open_minor < 0
        """;

    private const string SelectLateAccounts = """
        select a.currency, count(distinct i.account_key)
        from open_item i join account a on a.account_key = i.account_key
        where i.account_key > $1 || '/' and i.account_key < $1 || '0' and i.open_minor > 0
            and cast(i.due_on as text) < $2
        group by a.currency
        """;

    private const string SelectWaiting = """
        select a.currency, count(*), cast(sum(r.unapplied_minor) as bigint), min(cast(r.value_on as text))
        from receipt r join account a on a.account_key = r.account_key
        where r.account_key > $1 || '/' and r.account_key < $1 || '0' and r.unapplied_minor > 0
            and not r.is_on_account
        group by a.currency
        """;

    private const string SelectDisputes = """
        select a.currency, cast(d.opened_on as text), cast(d.due_on as text), count(*),
            cast(sum(d.amount_minor) as bigint)
        from dispute d join account a on a.account_key = d.account_key
        where d.account_key > $1 || '/' and d.account_key < $1 || '0' and d.outcome is null
        group by a.currency, d.opened_on, d.due_on
        """;

    private readonly List<ReceivablesDay> _days = [];
    private readonly List<DisputeAge> _disputes = [];
    private readonly List<(LocalDate DueOn, long Minor)> _items = [];
    private long _lateAccounts;
    private long _unappliedMinor;
    private long _unidentifiedMinor;
    private (long Count, long Minor, LocalDate? OldestOn) _waiting;

    /// <summary>The sheets of a legal entity in order of currency.</summary>
    public static ImmutableArray<ReceivablesSheet> Read(Books books, string entityId, LocalDate on)
    {
        var sheets = new SortedDictionary<string, ReceivablesSheet>(StringComparer.Ordinal);
        var day = IsoDay.Format(on);
        Each(SelectDays, static (sheet, row) => sheet.TakeDay(row), entityId, day);
        Each(SelectReliefs, static (sheet, row) =>
            sheet._days.Add(new ReceivablesDay(DayOf(row, 1), 0, row.GetInt64(2))), entityId, day);
        Each(SelectItems, static (sheet, row) => sheet._items.Add((DayOf(row, 1), row.GetInt64(2))), entityId);
        Each(SelectLateAccounts, static (sheet, row) => sheet._lateAccounts = row.GetInt64(1), entityId, day);
        Each(SelectWaiting, static (sheet, row) =>
            sheet._waiting = (row.GetInt64(1), row.GetInt64(2), DayOf(row, 3)), entityId);
        Each(SelectDisputes, static (sheet, row) => sheet._disputes.Add(
            new DisputeAge(DayOf(row, 1), DayOf(row, 2), row.GetInt64(3), row.GetInt64(4))), entityId);
        return [.. sheets.Values];

        void Each(string sql, Action<ReceivablesSheet, DbDataReader> take, params object[] values)
        {
            foreach (var row in books.Read(sql, row => row, values))
            {
                var currency = row.GetString(0);
                if (!sheets.TryGetValue(currency, out var sheet))
                    sheets.Add(currency, sheet = new ReceivablesSheet(entityId, currency));
                take(sheet, row);
            }
        }
    }

    /// <summary>The figures on a day, with sales over the days that end with it.</summary>
    public ReceivablesView ToView(LocalDate on, int days)
    {
        var history = new ReceivablesHistory(_days);
        var first = on.PlusDays(1 - days);
        var aged = _items.Aggregate(default(Ageing) with { UnappliedMinor = _unappliedMinor }, (sum, item) =>
            sum + Ageing.Of(item.Minor, Period.DaysBetween(item.DueOn, on)));
        var figures = new ReceivablesFigures(
            days, history.ClosingAt(first.PlusDays(-1)), history.SalesBetween(first, on), history.ClosingAt(on),
            aged.NotDueMinor, aged.PastDueMinor);
        var ratios = ReceivablesRatios.Of(figures);
        return new ReceivablesView(
            entityId, currency, figures.OpeningMinor, figures.SalesMinor, figures.ClosingMinor,
            ratios.OutstandingDays, history.CountbackDays(on, MonthCount), ratios.BestPossibleDays,
            ratios.DelinquentDays, ratios.PastDuePercent, ratios.EffectivenessPercent, _lateAccounts,
            LedgerViews.Of(aged),
            new UnappliedCashView(
                _waiting.Count, _waiting.Minor, _waiting.OldestOn?.ToDateOnly(), _unappliedMinor, _unidentifiedMinor),
            Disputes(on),
            [.. history.Months(on, MonthCount).Select(ToView)]);
    }

    private DisputeAgesView Disputes(LocalDate on)
    {
        var ages = DisputeAges.Of(_disputes, on);
        return new DisputeAgesView(
            ages.Count, ages.AmountMinor, ages.AverageDays, ages.OldestDays, ages.LateCount);
    }

    private void TakeDay(DbDataReader row)
    {
        _days.Add(new ReceivablesDay(DayOf(row, 1), row.GetInt64(2), row.GetInt64(3)));
        _unappliedMinor += row.GetInt64(4);
        _unidentifiedMinor += row.GetInt64(5);
    }

    private static ReceivablesMonthView ToView(ReceivablesMonth month) => new(
        month.Month.OnDayOfMonth(1).ToDateOnly(), month.SalesMinor, month.ClosingMinor, month.OutstandingDays);

    private static LocalDate DayOf(DbDataReader row, int column) => IsoDay.Parse(row.GetString(column));
}
