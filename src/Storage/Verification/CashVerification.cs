namespace BillingActors.Storage.Verification;

/// <summary>Work that waits for what is left of receipts, against their rows.</summary>
internal static class CashVerification
{
    private const string CountWaiting =
        "select count(*) from receipt where unapplied_minor > 0 and not is_on_account";

    private const string SelectWithoutWork = """
        select r.account_key, r.receipt_id from receipt r join account a on a.account_key = r.account_key
        where r.unapplied_minor > 0 and not r.is_on_account and not exists (
            select 1 from worklist w where w.kind = 'unapplied-cash' and w.state = 'open'
                and w.entity_id = a.entity_id and w.account_id = a.account_id and w.field = r.receipt_id)
        order by r.account_key, r.receipt_id
        """;

    private const string SelectWithoutCash = """
        select w.entity_id || '/' || w.account_id, w.field from worklist w
        where w.kind = 'unapplied-cash' and w.state = 'open' and not exists (
            select 1 from receipt r where r.account_key = w.entity_id || '/' || w.account_id
                and r.receipt_id = w.field and r.unapplied_minor > 0 and not r.is_on_account)
        order by w.id
        """;

    private const string CountUnidentified = "select count(*) from unidentified_cash";

    private const string SelectWaitingAlone = """
        select c.entity_id || '/' || c.cash_id from unidentified_cash c
        where c.state <> 'moved' and not exists (
            select 1 from worklist w where w.kind = 'unidentified-cash' and w.state = 'open'
                and w.entity_id = c.entity_id and w.field = c.cash_id)
        order by c.entity_id, c.cash_id
        """;

    private const string SelectMovedNowhere = """
        select c.entity_id || '/' || c.cash_id from unidentified_cash c
        where c.state = 'moved' and not exists (
            select 1 from receipt r where r.account_key = c.entity_id || '/' || c.account_id
                and r.receipt_id = c.cash_id and r.amount_minor = c.amount_minor)
        order by c.entity_id, c.cash_id
        """;

    private const string SelectDone = """
        select w.entity_id || '/' || w.field from worklist w
        where w.kind = 'unidentified-cash' and w.state = 'open' and not exists (
            select 1 from unidentified_cash c
            where c.entity_id = w.entity_id and c.cash_id = w.field and c.state <> 'moved')
        order by w.id
        """;

    // What accounts booked out of unidentified cash is what was moved to them, or is on its way.
    private const string SelectUnmatched = """
        select a.entity_id, p.currency, sum(p.amount_minor) as booked from posting p
        join account a on a.account_key = p.account_key
        where p.ledger_account = 'unidentified-cash'
        group by a.entity_id, p.currency
        having sum(p.amount_minor) not between
            (select coalesce(sum(c.amount_minor), 0) from unidentified_cash c
                where c.entity_id = a.entity_id and c.currency = p.currency and c.state = 'moved')
            and (select coalesce(sum(c.amount_minor), 0) from unidentified_cash c
                where c.entity_id = a.entity_id and c.currency = p.currency and c.state <> 'open')
        """;

    public static void Check(Books books, Findings findings)
    {
        CheckUnidentified(books, findings);
        findings.Count(Rule.CashWork, books.Read(CountWaiting, row => row.GetInt64(0)).First());
        foreach (var (account, receipt) in books.Read(SelectWithoutWork, row => (row.GetString(0), row.GetString(1))))
            findings.Add(Rule.CashWork, account, $"receipt {receipt} has something left, and no work is open");
        foreach (var (account, receipt) in books.Read(SelectWithoutCash, row => (row.GetString(0), row.GetString(1))))
            findings.Add(Rule.CashWork, account, $"work is open for receipt {receipt}, and nothing of it is left");
    }

    private static void CheckUnidentified(Books books, Findings findings)
    {
        findings.Count(Rule.UnidentifiedCash, books.Read(CountUnidentified, row => row.GetInt64(0)).First());
        Find(SelectWaitingAlone, "it waits, and no work is open");
        Find(SelectMovedNowhere, "it is moved, and its account has no such receipt");
        Find(SelectDone, "work is open, and nothing waits");
        Find(SelectUnmatched, "accounts booked another amount out than was moved to them");

        void Find(string sql, string detail)
        {
            foreach (var subject in books.Read(sql, row => row.GetString(0)))
                findings.Add(Rule.UnidentifiedCash, subject, detail);
        }
    }
}
