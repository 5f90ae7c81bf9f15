using System.Data.Common;
using BillingActors.Grains.Interfaces;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Sqlite;

namespace BillingActors.Storage.Notes;

/// <summary>Statements that both databases understand: instants are microseconds.</summary>
internal static class NoteSql
{
    public const string Insert = """
        insert into account_note(
            note_id, account_key, customer_id, kind, body, about, about_id, about_number, written_at, written_by,
            is_pinned)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing
        """;

    public const string Find = $"select {Columns} from account_note where note_id = $1";

    public const string OfAccount = $"""
        select {Columns} from account_note
        where account_key = $1 and ($2 = 0 or number < $2) and ($3 = '' or kind = $3)
            and ($4 = 1 or withdrawn_at is null)
        order by number desc limit $5
        """;

    /// <summary>Pinned ones have an index of their own: every look at an account asks for them.</summary>
    public const string Pinned = $"""
        select {Columns} from account_note
        where account_key = $1 and is_pinned = 1 and ($2 = 0 or number < $2) and ($3 = '' or kind = $3)
        order by number desc limit $4
        """;

    public const string OfCustomer = $"""
        select {Columns} from account_note where customer_id = $1 and number > $2 order by number limit 100
        """;

    /// <summary>What takes up the room for pins; who adds one waits for who just does.</summary>
    public const string PinnedNumbers = "select number from account_note where account_key = $1 and is_pinned = 1";

    /// <summary>Whether a note was not withdrawn.</summary>
    public const string Holds = "select number from account_note where note_id = $1 and withdrawn_at is null";

    public const string SetPinned =
        "update account_note set is_pinned = $2 where note_id = $1 and withdrawn_at is null";

    public const string SetWithdrawn = """
        update account_note set withdrawn_at = $2, withdrawn_by = $3, withdrawn_reason = $4, is_pinned = 0
        where note_id = $1 and withdrawn_at is null
        """;

    private const string Columns = """
        number, note_id, account_key, customer_id, kind, body, about, about_id, about_number, written_at, written_by,
        is_pinned, withdrawn_at, withdrawn_by, withdrawn_reason
        """;

    /// <summary>The parameters of <see cref="Insert"/>.</summary>
    public static object?[] Added(NoteRow row)
    {
        var one = row.Note;
        return
        [
            one.NoteId, KeyOf(one), one.CustomerId, one.Kind, row.Body, one.About, one.AboutId, one.AboutNumber,
            Microseconds.Of(one.WrittenAt), one.WrittenBy, one.IsPinned ? 1 : 0,
        ];
    }

    /// <summary>The parameters of <see cref="SetWithdrawn"/>.</summary>
    public static object?[] Withdrawn(AccountNote note, DateTimeOffset at, AuditEntry noted) =>
        [note.NoteId, Microseconds.Of(at), noted.ActorId, noted.Reason];

    /// <summary>The account of a note.</summary>
    public static string KeyOf(AccountNote note) => AccountKey.Of(note.EntityId, note.AccountId);

    public static NoteRow ReadRow(DbDataReader row)
    {
        var (entityId, accountId) = AccountKey.Split(row.GetString(2));
        var note = new AccountNote(
            row.GetString(1), entityId, accountId, row.GetString(3), row.GetString(4), null,
            Microseconds.ToInstant(row.GetInt64(9)), row.GetString(10), row.GetInt32(11) == 1, TextOrNull(row, 6),
            TextOrNull(row, 7), TextOrNull(row, 8),
            row.IsDBNull(12) ? null : Microseconds.ToInstant(row.GetInt64(12)), TextOrNull(row, 13),
            TextOrNull(row, 14), row.GetInt64(0));
        return new NoteRow(note, row.GetFieldValue<byte[]>(5));
    }

    private static string? TextOrNull(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);
}
