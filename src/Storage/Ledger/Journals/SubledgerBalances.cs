using BillingActors.Domain.Ledger;
using BillingActors.Storage.Verification;
using NodaTime;

namespace BillingActors.Storage.Ledger.Journals;

/// <summary>
/// What open items and unapplied cash of all accounts came to at the end of months: from the events, not from the
/// journal, so that the two can be compared.
/// </summary>
internal sealed class SubledgerBalances
{
    private readonly SortedDictionary<LocalDate, Dictionary<(string Role, string Currency), long>> _moved = [];

    private readonly LocalDate[] _ends;

    private SubledgerBalances(IEnumerable<LocalDate> ends)
    {
        _ends = [.. ends];
        foreach (var end in _ends)
            _moved[end] = [];
    }

    /// <summary>Folds every account once.</summary>
    public static SubledgerBalances Read(
        Books books, BooksOf entity, IEnumerable<LocalDate> ends, CancellationToken cancellation)
    {
        var balances = new SubledgerBalances(ends);
        foreach (var (_, history) in EntityHistories.Read(books, entity, cancellation))
        {
            var currency = history.Account.Currency.Code;
            foreach (var movement in history.Movements)
            {
                balances.Add(movement.On, (PostingRules.Receivables, currency), movement.ReceivablesMinor);
                balances.Add(movement.On, (LedgerRoles.UnappliedCash, currency), -movement.UnappliedMinor);
            }
        }
        return balances;
    }

    /// <summary>The balance of a control role at the end of a day it was asked for.</summary>
    public long At(LocalDate end, string role, string currency) =>
        _moved.Where(month => month.Key <= end).Sum(month => month.Value.GetValueOrDefault((role, currency)));

    private void Add(LocalDate on, (string Role, string Currency) balance, long minor)
    {
        var at = Array.BinarySearch(_ends, on);
        at = at < 0 ? ~at : at;
        if (at == _ends.Length)
            return;
        var moved = _moved[_ends[at]];
        moved[balance] = moved.GetValueOrDefault(balance) + minor;
    }
}
