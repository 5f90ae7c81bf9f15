namespace BillingActors.Storage.Verification;

/// <summary>Every record of every accepted file is accounted for.</summary>
internal static class ImportVerification
{
    private const string SelectImports = """
        select i.import_id, i.state, i.record_count,
            i.stored_count + i.corrected_count + i.duplicate_count + i.rejected_count, i.rejected_count,
            coalesce(b.staged, 0), coalesce(b.worked, 0), coalesce(b.waiting, 0), coalesce(w.rejected, 0)
        from import i
        left join (
            select import_id, sum(item_count) as staged,
                sum(case when is_worked then item_count else 0 end) as worked,
                sum(case when is_worked then 0 else 1 end) as waiting
            from import_batch group by import_id) b on b.import_id = i.import_id
        left join (
            select import_id, count(*) as rejected from worklist
            where kind = 'import-record' and state <> 'fixed' group by import_id) w on w.import_id = i.import_id
        order by i.import_id
        """;

    private const string SelectUnknown = """
        select distinct w.import_id from worklist w
        where w.kind = 'import-record' and not exists (select 1 from import i where i.import_id = w.import_id)
        order by w.import_id
        """;

    public static void Check(Books books, Findings findings, CancellationToken cancellation)
    {
        foreach (var import in books.Read(SelectImports, row => new ImportRow(
            row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5),
            row.GetInt64(6), row.GetInt64(7), row.GetInt64(8))))
        {
            cancellation.ThrowIfCancellationRequested();
            findings.Count(Rule.Imports, import.RecordCount);
            findings.Count(Rule.Rejected, import.RejectedCount);
            if (Fault(import) is { } fault)
                findings.Add(Rule.Imports, import.Id, fault);
            if (import.WorklistCount != import.RejectedCount)
            {
                findings.Add(
                    Rule.Rejected, import.Id,
                    $"{import.RejectedCount} records are rejected, the worklist has {import.WorklistCount}");
            }
        }
        foreach (var unknown in books.Read(SelectUnknown, row => Books.TextOrNull(row, 0) ?? "(none)"))
            findings.Add(Rule.Rejected, unknown, "the worklist names an import that is not known");
    }

    private static string? Fault(ImportRow import)
    {
        if (!import.IsAccepted)
        {
            return import.AccountedCount == 0 && import.WorkedCount == 0
                ? null
                : $"it is {import.State}, and records of it had an effect";
        }
        if (import.StagedCount != import.RecordCount)
            return $"the file has {import.RecordCount} records, its batches {import.StagedCount}";
        if (import.AccountedCount != import.WorkedCount)
            return $"{import.AccountedCount} records are accounted for, {import.WorkedCount} were worked off";
        var isDone = import.AccountedCount == import.RecordCount && import.WaitingBatchCount == 0;
        return isDone == (import.State == "done")
            ? null
            : $"it is {import.State}, with {import.WaitingBatchCount} batches waiting";
    }
}
