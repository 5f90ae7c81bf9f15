using System.Collections.Immutable;
using System.Text;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Privacy;

namespace BillingActors.Storage.Notes;

/// <summary>Seals texts with the key of their customer: whose key is destroyed takes them along.</summary>
internal sealed class NoteStore(INoteTable table, KeyRing keys) : INoteStore
{
    /// <inheritdoc />
    public async Task<NoteOutcome> Add(AccountNote note, AuditEntry noted, CancellationToken cancellation)
    {
        var text = Encoding.UTF8.GetBytes(
            note.Text ?? throw new ArgumentException("A new note has a text.", nameof(note)));
        if (await keys.CustomerKey(note.CustomerId, note.EntityId, cancellation) is not { Length: > 0 } key)
            return NoteOutcome.Erased;
        var row = new NoteRow(note, PersonalDataCipher.Encrypt(key, text, Place(note.NoteId)));
        return await table.Add(row, noted, cancellation);
    }

    /// <inheritdoc />
    public async Task<AccountNote?> Find(string noteId, CancellationToken cancellation) =>
        (await Open(await table.Find(noteId, cancellation), cancellation)).FirstOrDefault();

    /// <inheritdoc />
    public async Task<ImmutableArray<AccountNote>> Of(
        string accountKey, NoteFilter filter, (long Before, int CountMax) page, CancellationToken cancellation) =>
        await Open(await table.Of(accountKey, filter, page, cancellation), cancellation);

    /// <inheritdoc />
    public async Task<ImmutableArray<AccountNote>> OfCustomer(
        string customerId, long after, CancellationToken cancellation) =>
        await Open(await table.OfCustomer(customerId, after, cancellation), cancellation);

    /// <inheritdoc />
    public Task<NoteOutcome> Pin(
        AccountNote note, bool isPinned, AuditEntry noted, CancellationToken cancellation) =>
        table.Pin(note, isPinned, noted, cancellation);

    /// <inheritdoc />
    public Task<NoteOutcome> Withdraw(
        AccountNote note, DateTimeOffset at, AuditEntry noted, CancellationToken cancellation) =>
        table.Withdraw(note, at, noted, cancellation);

    /// <summary>What the envelope of a text belongs to.</summary>
    internal static string Place(string noteId) => "account-note/" + noteId;

    private async Task<ImmutableArray<AccountNote>> Open(
        ImmutableArray<NoteRow> rows, CancellationToken cancellation)
    {
        if (rows.IsEmpty)
            return [];
        var known = await keys.CustomerKeys([.. rows.Select(Customer).Distinct(StringComparer.Ordinal)], cancellation);
        return
        [
            .. rows.Select(row => row.Note with
            {
                Text = known.GetValueOrDefault(Customer(row)) is { Length: > 0 } key
                    ? Encoding.UTF8.GetString(
                        PersonalDataCipher.Decrypt(key, row.Body, Place(row.Note.NoteId)))
                    : null,
            }),
        ];
    }

    private static string Customer(NoteRow row) => row.Note.CustomerId;
}
