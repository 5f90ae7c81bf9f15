using System.Globalization;
using BillingActors.Domain.Mediation;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Storage.Mediation;
using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite.Mediation;

/// <summary>Files of call records by their numbers, and the work that waits where one is missing.</summary>
internal static class SqliteCallFiles
{
    private const string Insert = """
        insert into call_file(source, sequence, import_id, sha256, record_count, total)
        values ($1, $2, $3, $4, $5, $6) on conflict do nothing
        """;

    private const string SelectKnown = "select import_id, sha256 from call_file where source = $1 and sequence = $2";

    private const string SelectSource = "select first, last from call_source where source = $1";

    private const string UpsertSource = """
        insert into call_source(source, first, last) values ($1, $2, $3)
        on conflict (source) do update set first = excluded.first, last = excluded.last
        """;

    private const string SelectGap = """
        select g.worklist_id, g.first, g.last from call_file_gap g join worklist w on w.id = g.worklist_id
        where g.source = $1 and g.first <= $2 and g.last >= $2 and w.state = 'open'
        """;

    private const string AddWork = """
        insert into worklist(kind, code, detail, field) values ('file-gap', 'sequence-gap', $2, $1) returning id
        """;

    private const string AddGap =
        "insert into call_file_gap(worklist_id, source, first, last) values ($1, $2, $3, $4)";

    private const string MoveGap = "update call_file_gap set first = $2, last = $3 where worklist_id = $1";

    private const string MoveWork = "update worklist set detail = $2 where id = $1";

    private const string EndGap = "delete from call_file_gap where worklist_id = $1";

    private const string EndWork = $"""
        update worklist set state = 'fixed', resolved_by = $2, resolved_at = {Microseconds.Now}, resolution = $3
        where id = $1
        """;

    /// <summary>Takes a file by its number, or says why not; an import that is repeated has its file already.</summary>
    public static CallFileFate Take(SqliteTransaction transaction, string importId, CallFile file)
    {
        var added = transaction.Execute(
            Insert, file.Source, file.Sequence, importId, file.Sha256, file.RecordCount,
            file.Total.ToString(CultureInfo.InvariantCulture));
        if (added == 0)
        {
            var (owner, sha256) = transaction.Query(
                SelectKnown, row => (row.GetString(0), row.GetString(1)), file.Source, file.Sequence)[0];
            return owner == importId ? CallFileFate.Taken
                : sha256 == file.Sha256 ? CallFileFate.Known
                : CallFileFate.Contradicting;
        }
        Follow(transaction, importId, file);
        return CallFileFate.Taken;
    }

    private static void Follow(SqliteTransaction transaction, string importId, CallFile file)
    {
        var known = transaction.Query(SelectSource, row => (row.GetInt64(0), row.GetInt64(1)), file.Source);
        if (known.Count == 0)
        {
            transaction.Execute(UpsertSource, file.Source, file.Sequence, file.Sequence);
            return;
        }
        var gaps = transaction.Query(
            SelectGap, row => (Id: row.GetInt64(0), Gap: new SequenceGap(row.GetInt64(1), row.GetInt64(2))),
            file.Source, file.Sequence);
        var step = new FileSequence(known[0].Item1, known[0].Item2, [.. gaps.Select(one => one.Gap)])
            .Take(file.Sequence);
        transaction.Execute(UpsertSource, file.Source, step.After.First, step.After.Last);
        var opened = step.Opened.AsSpan();
        if (step.Filled is not null && opened.IsEmpty)
        {
            transaction.Execute(EndGap, gaps[0].Id);
            transaction.Execute(EndWork, gaps[0].Id, importId, GapWords.Arrived);
        }
        else if (step.Filled is not null)
        {
            transaction.Execute(MoveGap, gaps[0].Id, opened[0].First, opened[0].Last);
            transaction.Execute(MoveWork, gaps[0].Id, GapWords.Detail(opened[0]));
            opened = opened[1..];
        }
        foreach (var gap in opened)
        {
            var id = transaction.Query(AddWork, row => row.GetInt64(0), file.Source, GapWords.Detail(gap))[0];
            transaction.Execute(AddGap, id, file.Source, gap.First, gap.Last);
        }
    }
}
