using Npgsql;
using static BillingActors.Storage.Postgres.PostgresCommands;

namespace BillingActors.Storage.Postgres.BillRuns;

/// <summary>Marks drafts as issued, in the transaction that stores their invoices.</summary>
internal static class PostgresDraftMarks
{
    private const string Update = """
        update bill_draft as d set outcome = 'issued'
        from unnest($1::text[], $2::text[]) as i(run_id, account_key)
        where d.run_id = i.run_id and d.account_key = i.account_key
        """;

    /// <summary>The statement for the run and account of each invoice of a run.</summary>
    public static NpgsqlBatchCommand SetIssued(IReadOnlyList<(string RunId, string AccountKey)> issued) =>
        Command(Update, Column(issued, i => i.RunId), Column(issued, i => i.AccountKey));
}
