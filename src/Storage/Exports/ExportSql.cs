using System.Data.Common;
using BillingActors.Storage.Sqlite;

namespace BillingActors.Storage.Exports;

/// <summary>
/// Statements that both databases understand. Each that changes a row says again what it must be like, so of two
/// programs one finds nothing.
/// </summary>
internal static class ExportSql
{
    /// <summary>How often one is begun without an end before it has failed.</summary>
    public const int AttemptCountMax = 5;

    private const string Columns =
        "job_id, maker_id, asked_at, wish, state, decided_by, holder_id, written_count, ended_at";

    private const string IsFree =
        "(state = 'approved' or (state in ('working', 'done') and held_until < $2)) and attempt_count < $4";

    public const string Insert = """
        insert into export_job(job_id, maker_id, asked_at, wish)
        select $1, $2, $3, $4 where (select count(*) from export_job) < $5
            and (select count(*) from export_job where maker_id = $2) < $6
        """;

    public const string List = $"select {Columns} from export_job order by asked_at desc, job_id limit 1000";

    public const string Decide =
        "update export_job set state = $2, decided_by = $3 where job_id = $1 and state = 'waiting'";

    public const string GiveUp = """
        update export_job set state = 'failed', holder_id = null, held_until = null, ended_at = coalesce(ended_at, $1)
        where attempt_count >= $2 and (state = 'approved' or (state in ('working', 'done') and held_until < $1))
        """;

    public const string Claim = $"""
        update export_job set state = 'working', holder_id = $1, held_until = $3, written_count = 0,
            attempt_count = attempt_count + 1
        where {IsFree} and job_id = (
            select job_id from export_job where {IsFree} order by asked_at, job_id limit 1)
        returning {Columns}
        """;

    public const string Keep = """
        update export_job set held_until = $3, written_count = $4
        where job_id = $1 and holder_id = $2 and state in ('working', 'done')
        """;

    public const string Finish = """
        update export_job set state = 'done', held_until = $3, written_count = $4, attempt_count = 0,
            ended_at = coalesce(ended_at, $5)
        where job_id = $1 and holder_id = $2 and state = 'working'
        """;

    public const string Fail = """
        update export_job set state = 'failed', holder_id = null, held_until = null, ended_at = coalesce(ended_at, $3)
        where job_id = $1 and holder_id = $2 and state = 'working'
        """;

    public const string Renew = """
        update export_job set state = 'approved', holder_id = null, held_until = null
        where job_id = $1 and maker_id = $2 and state = 'done'
        """;

    public const string Release = """
        update export_job set state = 'approved', holder_id = null, held_until = null,
            attempt_count = case when attempt_count > 0 then attempt_count - 1 else 0 end
        where holder_id = $1
        """;

    public const string Drop = "delete from export_job where job_id = $1 and maker_id = $2";

    public const string DropBefore = """
        delete from export_job where coalesce(ended_at, asked_at) <= $1
            and (ended_at is not null or state not in ('approved', 'working'))
        """;

    /// <summary>A row with its wish still sealed.</summary>
    public static (StoredExport Job, byte[] Wish) Read(DbDataReader row) =>
    (
        new StoredExport(row.GetString(0), row.GetString(1), Microseconds.ToInstant(row.GetInt64(2)), "")
        {
            State = row.GetString(4),
            DecidedBy = row.IsDBNull(5) ? null : row.GetString(5),
            HolderId = row.IsDBNull(6) ? null : row.GetString(6),
            WrittenCount = row.GetInt64(7),
            EndedAt = row.IsDBNull(8) ? null : Microseconds.ToInstant(row.GetInt64(8)),
        },
        row.GetFieldValue<byte[]>(3));
}
