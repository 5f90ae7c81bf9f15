using BillingActors.Storage.Audit;
using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite.Audit;

/// <summary>
/// Appends entries within a writer's transaction, so that an action and its entry are stored together.
/// </summary>
internal static class SqliteAuditRows
{
    public const string Columns = """
        position, at, actor, source, key_id, action, subject_kind, subject_id, entity_id, account_id, request_id,
        reason, before, after, previous
        """;

    public const string SelectHead = "select position, link from audit_head where id = 1";

    private const string SelectKnown = """
        select 1 from audit_entry where request_id = $1 and action = $2 and subject_id = $3 and actor = $4
        """;

    private const string Insert = $"""
        insert into audit_entry({Columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        """;

    private const string MoveHead = "update audit_head set position = $1, link = $2 where id = 1";

    public static bool Append(this SqliteTransaction transaction, AuditEntry noted)
    {
        var (entry, subject) = (noted.Stored, noted.Subject);
        if (transaction.Query(
            SelectKnown, row => row.GetInt64(0), entry.RequestId, entry.Action, subject.Id, entry.ActorId).Count > 0)
            return false;
        var head = transaction.Query(SelectHead, row => (row.GetInt64(0), row.GetFieldValue<byte[]>(1))).Single();
        var row = new AuditRow(head.Item1 + 1, entry, head.Item2);
        transaction.Execute(
            Insert, row.Position, Microseconds.Of(entry.At), entry.ActorId, entry.Source, entry.KeyId, entry.Action,
            subject.Kind, subject.Id, subject.EntityId, subject.AccountId, entry.RequestId, entry.Reason, entry.Before,
            entry.After, head.Item2);
        transaction.Execute(MoveHead, row.Position, row.Link());
        return true;
    }

    public static AuditRow Read(SqliteDataReader row) => new(
        row.GetInt64(0),
        new AuditEntry(
            Microseconds.ToInstant(row.GetInt64(1)), row.GetString(2), row.GetString(3), row.GetString(5),
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
