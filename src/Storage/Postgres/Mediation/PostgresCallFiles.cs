using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Mediation;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Storage.Mediation;
using Npgsql;

namespace BillingActors.Storage.Postgres.Mediation;

/// <summary>Files of call records by their numbers, and the work that waits where one is missing.</summary>
internal static class PostgresCallFiles
{
    private const string Insert = """
        insert into call_file(source, sequence, import_id, sha256, record_count, total)
        values ($1, $2, $3, $4, $5, $6) on conflict do nothing
        """;

    private const string SelectKnown = "select import_id, sha256 from call_file where source = $1 and sequence = $2";

    private const string AddSource = """
        insert into call_source(source, first, last) values ($1, $2, $2) on conflict do nothing
        """;

    private const string LockSource = "select first, last from call_source where source = $1 for update";

    private const string SetSource = "update call_source set first = $2, last = $3 where source = $1";

    private const string LockGap = """
        select g.worklist_id, g.first, g.last from call_file_gap g join worklist w on w.id = g.worklist_id
        where g.source = $1 and g.first <= $2 and g.last >= $2 and w.state = 'open' for update
        """;

    private const string AddWork = """
        insert into worklist(kind, code, detail, field) values ('file-gap', 'sequence-gap', $2, $1) returning id
        """;

    private const string AddGap =
        "insert into call_file_gap(worklist_id, source, first, last) values ($1, $2, $3, $4)";

    private const string MoveGap = "update call_file_gap set first = $2, last = $3 where worklist_id = $1";

    private const string MoveWork = "update worklist set detail = $2 where id = $1";

    private const string EndGap = "delete from call_file_gap where worklist_id = $1";

    private const string EndWork = """
        update worklist set state = 'fixed', resolved_by = $2, resolved_at = now(), resolution = $3 where id = $1
        """;

    /// <summary>Takes a file by its number, or says why not; an import that is repeated has its file already.</summary>
    public static async Task<CallFileFate> Take(
        NpgsqlTransaction transaction, string importId, CallFile file, CancellationToken cancellation)
    {
        var added = await transaction.Command(
            Insert, file.Source, file.Sequence, importId, file.Sha256, file.RecordCount,
            file.Total.ToString(CultureInfo.InvariantCulture)).Run(cancellation);
        if (added == 0)
        {
            var (owner, sha256) = (await transaction.Command(SelectKnown, file.Source, file.Sequence)
                .Query(row => (row.GetString(0), row.GetString(1)), cancellation))[0];
            return owner == importId ? CallFileFate.Taken
                : sha256 == file.Sha256 ? CallFileFate.Known
                : CallFileFate.Contradicting;
        }
        if (await transaction.Command(AddSource, file.Source, file.Sequence).Run(cancellation) == 0)
            await Follow(transaction, importId, file, cancellation);
        return CallFileFate.Taken;
    }

    // The row of the source is locked, so that files of a source that come together are counted one after the other.
    private static async Task Follow(
        NpgsqlTransaction transaction, string importId, CallFile file, CancellationToken cancellation)
    {
        var (first, last) = (await transaction.Command(LockSource, file.Source)
            .Query(row => (row.GetInt64(0), row.GetInt64(1)), cancellation))[0];
        var gaps = await transaction.Command(LockGap, file.Source, file.Sequence).Query(
            row => (Id: row.GetInt64(0), Gap: new SequenceGap(row.GetInt64(1), row.GetInt64(2))), cancellation);
        var step = new FileSequence(first, last, [.. gaps.Select(one => one.Gap)]).Take(file.Sequence);
        await transaction.Command(SetSource, file.Source, step.After.First, step.After.Last).Run(cancellation);
        var opened = step.Opened;
        if (step.Filled is not null && opened.IsEmpty)
        {
            await transaction.Command(EndGap, gaps[0].Id).Run(cancellation);
            await transaction.Command(EndWork, gaps[0].Id, importId, GapWords.Arrived).Run(cancellation);
        }
        else if (step.Filled is not null)
        {
            await transaction.Command(MoveGap, gaps[0].Id, opened[0].First, opened[0].Last).Run(cancellation);
            await transaction.Command(MoveWork, gaps[0].Id, GapWords.Detail(opened[0])).Run(cancellation);
            opened = opened.RemoveAt(0);
        }
        await Open(transaction, file.Source, opened, cancellation);
    }

    private static async Task Open(
        NpgsqlTransaction transaction, string source, ImmutableArray<SequenceGap> gaps,
        CancellationToken cancellation)
    {
        foreach (var gap in gaps)
        {
            var id = (await transaction.Command(AddWork, source, GapWords.Detail(gap))
                .Query(row => row.GetInt64(0), cancellation))[0];
            await transaction.Command(AddGap, id, source, gap.First, gap.Last).Run(cancellation);
        }
    }
}
