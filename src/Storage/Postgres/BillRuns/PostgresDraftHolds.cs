using Npgsql;
using static BillingActors.Storage.Postgres.PostgresCommands;

namespace BillingActors.Storage.Postgres.BillRuns;

/// <summary>
/// Locks on drafts until the end of a transaction: their invoices say that they are issued, so who stores an invoice
/// and who changes a draft must wait for each other. What waited looks again with its next statement.
/// </summary>
internal static class PostgresDraftHolds
{
    // Rows that the offset skips are locked all the same, and none comes back.
    private const string Issue = """
        select 1 from unnest($1::text[], $2::text[]) as i(run_id, account_key)
            join bill_draft as d on d.run_id = i.run_id and d.account_key = i.account_key
        for share of d offset 1000000000
        """;

    // Row by row by key: any other plan reads all drafts of the run for each page.
    private const string Change = """
        select 1 from unnest($2::text[]) as c(account_key) cross join lateral (
            select 1 from bill_draft where run_id = $1 and account_key = c.account_key for update) as held
        offset 1000000000
        """;

    /// <summary>Holds the drafts whose invoices are stored, by run and account in key order.</summary>
    public static NpgsqlBatchCommand ForIssue(IReadOnlyList<(string RunId, string AccountKey)> issued) =>
        Command(Issue, Column(issued, i => i.RunId), Column(issued, i => i.AccountKey));

    /// <summary>
    /// Holds the drafts of a run that are written anew, in key order; those that do not exist yet are not held.
    /// </summary>
    public static NpgsqlBatchCommand ForChange(string runId, string[] accountKeys) =>
        Command(Change, Value(runId), Value(accountKeys));
}
