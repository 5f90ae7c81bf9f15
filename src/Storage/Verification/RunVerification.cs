using System.Data.Common;
using BillingActors.Domain.BillRuns;
using BillingActors.Domain.Primitives;
using BillingActors.Storage.BillRuns;
using BillingActors.Storage.Json;

namespace BillingActors.Storage.Verification;

/// <summary>Bill runs: the fold of their events against their rows.</summary>
internal static class RunVerification
{
    private const string SelectRows = """
        select run_id, entity_id, cycle_id, cast(period_from as text), cast(period_until as text), stage, is_active,
            version, planned_by
        from bill_run order by run_id
        """;

    private const string SelectEvents = """
        select version, command_id, actor_kind, actor_id, source, at, reason, body
        from bill_run_event where run_id = $1 order by version
        """;

    private const string SelectOrphans = """
        select distinct e.run_id from bill_run_event e
        where not exists (select 1 from bill_run r where r.run_id = e.run_id) order by e.run_id
        """;

    /// <summary>The runs as their events make them; null for one whose events cannot be read.</summary>
    public static IReadOnlyDictionary<string, BillRun?> Check(
        Books books, Findings findings, CancellationToken cancellation)
    {
        var runs = new Dictionary<string, BillRun?>(StringComparer.Ordinal);
        foreach (var stored in books.Read(SelectRows, ReadRow).ToList())
        {
            cancellation.ThrowIfCancellationRequested();
            findings.Count(Rule.Runs);
            var run = Fold(books, stored.RunId, findings);
            runs.Add(stored.RunId, run);
            if (run is null)
                continue;
            var derived = RowOf(stored.RunId, run);
            if (stored != derived)
                findings.Add(Rule.Runs, stored.RunId, Difference.Of(stored, derived));
        }
        foreach (var orphan in books.Read(SelectOrphans, row => row.GetString(0)))
            findings.Add(Rule.Runs, orphan, "there are events and no row");
        return runs;
    }

    private static BillRun? Fold(Books books, string runId, Findings findings)
    {
        var run = BillRun.None;
        try
        {
            foreach (var row in books.Read(SelectEvents, row => ReadEvent(books, row), runId))
            {
                if (row.Version != run.Version + 1)
                    return Broken($"event {run.Version + 1} is missing");
                run = run.Apply(row.Happened, row.Context);
            }
        }
        catch (Exception fault) when (StoredBytes.AreTheCauseOf(fault))
        {
            return Broken($"event {run.Version + 1} cannot be read or applied: {fault.Message}");
        }
        return run.Version == 0 ? Broken("there is a row and no event") : run;

        BillRun? Broken(string detail)
        {
            findings.Add(Rule.Runs, runId, detail);
            return null;
        }
    }

    private static StoredRunEvent ReadEvent(Books books, DbDataReader row) => new(
        row.GetInt64(0),
        RunJson.ReadEvent(Books.Bytes(row, 7)),
        new CommandContext(
            row.GetString(1),
            new Actor(EnumWords<ActorKind>.Parse(row.GetString(2)), row.GetString(3)),
            row.GetString(4),
            books.At(row, 5),
            Books.TextOrNull(row, 6)));

    private static RunRow ReadRow(DbDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.GetString(5),
        row.GetBoolean(6),
        row.GetInt64(7),
        row.GetString(8));

    private static RunRow RowOf(string runId, BillRun run) => new(
        runId,
        run.EntityId,
        run.CycleId,
        IsoDay.Format(run.Period.From),
        IsoDay.Format(run.Period.Until),
        EnumWords<RunStage>.Of(run.Stage),
        RunTurn.IsActive(run),
        run.Version,
        run.PlannedBy);

    private sealed record RunRow(
        string RunId,
        string EntityId,
        string CycleId,
        string PeriodFrom,
        string PeriodUntil,
        string Stage,
        bool IsActive,
        long Version,
        string PlannedBy);
}
