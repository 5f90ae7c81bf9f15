using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite.BillRuns;

/// <summary>Marks drafts as issued, in the transaction that stores their invoices.</summary>
internal static class SqliteDraftMarks
{
    private const string SetIssued = "update bill_draft set outcome = 'issued' where run_id = $1 and account_key = $2";

    /// <summary>Marks the run and account of each invoice of a run.</summary>
    public static void Write(
        SqliteTransaction transaction, IReadOnlyCollection<(string RunId, string AccountKey)> issued)
    {
        if (issued.Count == 0)
            return;
        using var mark = transaction.Prepare(SetIssued);
        foreach (var (runId, accountKey) in issued)
            mark.Execute(runId, accountKey);
    }
}
