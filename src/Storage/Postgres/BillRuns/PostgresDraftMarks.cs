using Npgsql;

namespace BillingActors.Storage.Postgres.BillRuns;

/// <summary>Marks drafts as issued, in the transaction that stores their invoices.</summary>
internal static class PostgresDraftMarks
{
    private const string SetIssued = """
        update bill_draft as d set outcome = 'issued'
        from unnest($1::text[], $2::text[]) as i(run_id, account_key)
        where d.run_id = i.run_id and d.account_key = i.account_key
        """;

    /// <summary>The statement for the run and account of each invoice of a run, in key order; none for none.</summary>
    public static void Add(NpgsqlBatch batch, IReadOnlyCollection<(string RunId, string AccountKey)> issued)
    {
        if (issued.Count > 0)
            batch.Add(SetIssued, issued.Select(i => i.RunId).ToArray(), issued.Select(i => i.AccountKey).ToArray());
    }
}
