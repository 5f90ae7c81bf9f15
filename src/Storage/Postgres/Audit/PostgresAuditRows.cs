using BillingActors.Storage.Audit;
using Npgsql;

namespace BillingActors.Storage.Postgres.Audit;

/// <summary>
/// Appends entries within a writer's transaction, so that an action and its entry are stored together.
/// </summary>
internal static class PostgresAuditRows
{
    public const string Columns = """
        position, at, actor, source, key_id, action, subject_kind, subject_id, entity_id, account_id, request_id,
        reason, before, after, previous
        """;

    public const string SelectHead = "select position, link from audit_head where id = 1";

    /// <summary>Writers form a line at the head: entries have no gap and no two the same place.</summary>
    private const string LockHead = SelectHead + " for update";

    private const string SelectKnown = """
        select 1 from audit_entry where request_id = $1 and action = $2 and subject_id = $3 and actor = $4
        """;

    private const string Insert = $"""
        insert into audit_entry({Columns})
        values ($1, $2, $3, $4, $5::text, $6, $7, $8, $9::text, $10::text, $11, $12::text, $13::text, $14::text, $15)
        """;

    private const string MoveHead = "update audit_head set position = $1, link = $2 where id = 1";

    public static async Task<bool> Append(
        this NpgsqlTransaction transaction, AuditEntry noted, CancellationToken cancellation)
    {
        var (entry, subject) = (noted.Stored, noted.Subject);
        var head = (await transaction.Command(LockHead).Query(
            row => (row.GetInt64(0), row.GetFieldValue<byte[]>(1)), cancellation)).Single();
        var known = await transaction.Command(SelectKnown, entry.RequestId, entry.Action, subject.Id, entry.ActorId)
            .Query(row => row.GetInt32(0), cancellation);
        if (!known.IsEmpty)
            return false;
        var row = new AuditRow(head.Item1 + 1, entry, head.Item2);
        await transaction.Command(
            Insert, row.Position, entry.At, entry.ActorId, entry.Source, entry.KeyId, entry.Action, subject.Kind,
            subject.Id, subject.EntityId, subject.AccountId, entry.RequestId, entry.Reason, entry.Before, entry.After,
            head.Item2).Run(cancellation);
        await transaction.Command(MoveHead, row.Position, row.Link()).Run(cancellation);
        return true;
    }

    public static AuditRow Read(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        new AuditEntry(
            row.GetFieldValue<DateTimeOffset>(1), row.GetString(2), row.GetString(3), row.GetString(5),
            new AuditSubject(row.GetString(6), row.GetString(7), row.TextOrNull(8), row.TextOrNull(9)),
            row.GetString(10))
        {
            KeyId = row.TextOrNull(4),
            Reason = row.TextOrNull(11),
            Before = row.TextOrNull(12),
            After = row.TextOrNull(13),
        },
        row.GetFieldValue<byte[]>(14));
}
