using System.Globalization;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Ledger;
using BillingActors.Storage.Accounts;

namespace BillingActors.Storage.Verification;

/// <summary>
/// What the whole books of legal entities have in transit, from several threads, against what explains it: transfers
/// that are under way, and bills of children that wait for, or were taken for, a collective bill. The journal is read
/// of every account, also of one whose events are broken.
/// </summary>
internal sealed class TransitTotals
{
    private const string SelectWaiting = """
        select a.entity_id, a.currency, cast(sum(coalesce(l.fee_minor, i.net_minor + i.tax_minor)) as bigint)
        from collective_line l
        left join invoice i on i.account_key = l.account_key and i.version = l.version
        join account a on a.account_key = l.account_key
        where l.bill_id is null group by a.entity_id, a.currency
        """;

    private readonly Dictionary<(string EntityId, string Currency), Sums> _sums = [];

    /// <summary>What the journal of an account says.</summary>
    public void Add(string key, IEnumerable<PostingLine> postings)
    {
        var entityId = AccountKey.EntityOf(key);
        foreach (var posting in postings)
        {
            if (posting.LedgerAccount == TransferPostings.InTransit)
                Change(entityId, posting.Currency, sums => sums with { Posted = sums.Posted + posting.AmountMinor });
            else if (posting.LedgerAccount == PostingRules.BillsInTransit)
                Change(entityId, posting.Currency, sums => sums with { Bills = sums.Bills + posting.AmountMinor });
        }
    }

    /// <summary>Bills an account took for its next collective bill.</summary>
    public void Add(string key, Account state)
    {
        if (state.Collective is { LineCount: > 0 } position)
            Wait(AccountKey.EntityOf(key), state.Currency.Code, position.NetMinor + position.TaxMinor);
    }

    public void Report(Books books, TransferLegs transfers, Findings findings)
    {
        foreach (var (entityId, currency, minor) in transfers.UnderWay)
            Change(entityId, currency, sums => sums with { UnderWay = sums.UnderWay + minor });
        foreach (var row in books.Read(SelectWaiting, row => (row.GetString(0), row.GetString(1), row.GetInt64(2))))
            Wait(row.Item1, row.Item2, row.Item3);
        findings.Count(Rule.InTransitTotals, 2 * _sums.Count);
        foreach (var ((entityId, currency), sums) in _sums)
        {
            if (sums.Posted != sums.UnderWay)
                Differs(entityId, $"{sums.Posted} {currency} is posted, open transfers come to {sums.UnderWay}");
            if (sums.Bills != sums.Waiting)
                Differs(entityId, $"{sums.Bills} {currency} of bills is posted, {sums.Waiting} waits");
        }

        void Differs(string entityId, FormattableString detail) =>
            findings.Add(Rule.InTransitTotals, entityId, detail.ToString(CultureInfo.InvariantCulture));
    }

    private void Wait(string entityId, string currency, long minor) =>
        Change(entityId, currency, sums => sums with { Waiting = sums.Waiting + minor });

    private void Change(string entityId, string currency, Func<Sums, Sums> change)
    {
        lock (_sums)
            _sums[(entityId, currency)] = change(_sums.GetValueOrDefault((entityId, currency)));
    }

    private readonly record struct Sums(Int128 Posted, Int128 UnderWay, Int128 Bills, Int128 Waiting);
}
