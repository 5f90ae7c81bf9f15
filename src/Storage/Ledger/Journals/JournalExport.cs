using System.Data.Common;
using BillingActors.Domain.Ledger;
using BillingActors.Domain.Primitives;
using BillingActors.Storage.Json;
using BillingActors.Storage.Verification;
using NodaTime;

namespace BillingActors.Storage.Ledger.Journals;

/// <summary>
/// Writes the journal of a legal entity: what it had before, what happened, and what months end with.
/// </summary>
internal sealed class JournalExport(Books books, JournalOrder order, TextWriter output)
{
    private const string SelectPostings = """
        select cast(booked_on as text), account_key, version, ledger_account, currency, amount_minor
        from journal_line
        where account_key > $1 || '/' and account_key < $1 || '0'
            and cast(booked_on as text) >= $2 and cast(booked_on as text) < $3
        """;

    private const string SelectEntries = SelectPostings + " order by booked_on, account_key, version, line";

    private const string SelectDays = SelectPostings + " order by booked_on, currency, account_key, version, line";

    private readonly IJournalText _text =
        order.Format == JournalFormat.Hledger ? new HledgerText(output) : new BeancountText(output);

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public void Write(CancellationToken cancellation)
    {
        var ends = new Queue<LocalDate>(MonthEnds());
        var balances = SubledgerBalances.Read(books, order.Entity, ends, cancellation);
        var turnovers = LedgerBooks.ReadTurnovers(books, order.Entity.EntityId, order.From, order.Until);
        Currency[] currencies =
        [
            .. turnovers.Select(turnover => turnover.Currency).Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal).Select(Currency.Of),
        ];
        var roles = turnovers.Select(turnover => turnover.LedgerAccount).Concat(LedgerRoles.Control);
        _text.Begin(
            order,
            [.. roles.Select(NameOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            currencies);
        foreach (var currency in currencies)
        {
            Add(order.From, "Opening balances", currency, turnovers.Where(of => of.Currency == currency.Code)
                .Select(of => (of.LedgerAccount, of.OpeningMinor)));
        }
        WriteEntries(ends, day => AssertAll(day, currencies, balances), cancellation);
    }

    private void WriteEntries(Queue<LocalDate> ends, Action<LocalDate> assert, CancellationToken cancellation)
    {
        var (id, from, until) = (order.Entity.EntityId, IsoDay.Format(order.From), IsoDay.Format(order.Until));
        Row? first = null;
        var entry = new List<(string Role, long AmountMinor)>();
        foreach (var row in books.Read(order.IsByDay ? SelectDays : SelectEntries, RowOf, id, from, until))
        {
            cancellation.ThrowIfCancellationRequested();
            if (first is { } before && KeyOf(before) != KeyOf(row))
                Flush(before);
            for (; ends.TryPeek(out var end) && end < row.On; ends.Dequeue())
                assert(end);
            first = row;
            entry.Add((row.Role, row.AmountMinor));
        }
        if (first is { } last)
            Flush(last);
        while (ends.TryDequeue(out var end))
            assert(end);

        void Flush(Row row)
        {
            var what = order.IsByDay ? "Postings of the day" : $"{row.Key} {row.Version}";
            Add(row.On, what, Currency.Of(row.Currency), entry);
            entry.Clear();
        }
    }

    // What belongs into one transaction.
    private (LocalDate On, string Key, long Version, string Currency) KeyOf(Row row) =>
        order.IsByDay ? (row.On, "", 0, row.Currency) : (row.On, row.Key, row.Version, row.Currency);

    private void Add(
        LocalDate on, string what, Currency currency, IEnumerable<(string Role, long AmountMinor)> postings)
    {
        List<JournalLine> lines =
        [
            .. postings.GroupBy(posting => NameOf(posting.Role), posting => posting.AmountMinor, StringComparer.Ordinal)
                .Select(account => new JournalLine(account.Key, account.Sum()))
                .Where(line => line.AmountMinor != 0),
        ];
        Invariant.Holds(lines.Sum(line => line.AmountMinor) == 0, "a transaction of the journal sums to zero");
        if (lines.Count > 0)
            _text.Add(on, what, currency, lines);
    }

    private void AssertAll(LocalDate end, Currency[] currencies, SubledgerBalances balances)
    {
        foreach (var role in LedgerRoles.Control)
        {
            foreach (var currency in currencies)
                _text.Assert(end, NameOf(role), currency, balances.At(end, role, currency.Code));
        }
    }

    // Ends of the months that are wanted whole, and the last day where it ends none.
    private IEnumerable<LocalDate> MonthEnds()
    {
        var last = order.Until.PlusDays(-1);
        var end = DateAdjusters.EndOfMonth(order.From);
        for (; end < last; end = DateAdjusters.EndOfMonth(end.PlusDays(1)))
            yield return end;
        yield return last;
    }

    private string NameOf(string role) =>
        _names.TryGetValue(role, out var name) ? name : _names[role] = JournalNames.Of(order.Chart.For(role));

    private static Row RowOf(DbDataReader row) => new(
        IsoDay.Parse(row.GetString(0)), row.GetString(1), row.GetInt64(2), row.GetString(3), row.GetString(4),
        row.GetInt64(5));

    private sealed record Row(
        LocalDate On, string Key, long Version, string Role, string Currency, long AmountMinor);
}
