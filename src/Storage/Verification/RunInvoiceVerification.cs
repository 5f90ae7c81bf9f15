using BillingActors.Domain.BillRuns;

namespace BillingActors.Storage.Verification;

/// <summary>What runs issued: drafts against invoices by account, and sums against what each run closed with.</summary>
internal static class RunInvoiceVerification
{
    private const string SelectSums = """
        select run_id, count(*), cast(sum(net_minor) as bigint), cast(sum(tax_minor) as bigint)
        from invoice where run_id is not null group by run_id
        """;

    private const string SelectWithoutInvoice = """
        select d.run_id, d.account_key from run_draft d
        where d.outcome = 'issued' and not exists (
            select 1 from invoice i where i.run_id = d.run_id and i.account_key = d.account_key
                and i.net_minor = d.net_minor and i.tax_minor = d.tax_minor)
        order by d.run_id, d.account_key
        """;

    private const string SelectWithoutDraft = """
        select i.run_id, i.account_key from invoice i
        where i.run_id is not null and not exists (
            select 1 from run_draft d
            where d.run_id = i.run_id and d.account_key = i.account_key and d.outcome = 'issued')
        order by i.run_id, i.account_key
        """;

    private const string SelectTwice = """
        select run_id, account_key from invoice where run_id is not null
        group by run_id, account_key having count(*) > 1 order by run_id, account_key
        """;

    public static void Check(Books books, IReadOnlyDictionary<string, BillRun?> runs, Findings findings)
    {
        var sums = books.Read(SelectSums, row => (
                RunId: row.GetString(0), Count: row.GetInt64(1), NetMinor: row.GetInt64(2), TaxMinor: row.GetInt64(3)))
            .ToDictionary(sum => sum.RunId, StringComparer.Ordinal);
        foreach (var (runId, run) in runs)
        {
            var (_, count, net, tax) = sums.GetValueOrDefault(runId);
            findings.Count(Rule.RunInvoices, count);
            sums.Remove(runId);
            if (run is { Stage: RunStage.Closed, Counts: { } closed }
                && (closed.Calculated != count || closed.NetMinor != net || closed.TaxMinor != tax))
            {
                Broken(
                    runId,
                    $"it closed with {closed.Calculated} invoices, {closed.NetMinor} + {closed.TaxMinor};"
                    + $" there are {count}, {net} + {tax}");
            }
        }
        foreach (var sum in sums.Values)
            Broken(sum.RunId, $"{sum.Count} invoices name a run that is not known");
        Name(SelectWithoutInvoice, "the draft is issued, and there is no invoice of its amounts");
        Name(SelectWithoutDraft, "there is an invoice, and no draft of the run is issued");
        Name(SelectTwice, "the run has billed the account twice");

        void Name(string sql, string detail)
        {
            foreach (var (runId, account) in books.Read(sql, row => (row.GetString(0), row.GetString(1))))
                Broken(runId, $"account {account}: {detail}");
        }

        void Broken(string runId, string detail) => findings.Add(Rule.RunInvoices, runId, detail);
    }
}
