using System.Collections.Immutable;
using BillingActors.Grains.Interfaces;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Notes;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>Notes in memory.</summary>
internal sealed class MemoryNotes(MemoryAudit audit) : INoteStore
{
    private readonly List<AccountNote> _notes = [];

    public ImmutableArray<AccountNote> Notes
    {
        get
        {
            lock (_notes)
                return [.. _notes];
        }
    }

    /// <summary>Customers whose key was destroyed.</summary>
    public List<string> Erased { get; } = [];

    public async Task<NoteOutcome> Add(AccountNote note, AuditEntry noted, CancellationToken cancellation)
    {
        lock (_notes)
        {
            if (Erased.Contains(note.CustomerId))
                return NoteOutcome.Erased;
            if (note.IsPinned && IsFull(note))
                return NoteOutcome.PinsFull;
            if (_notes.Exists(one => one.NoteId == note.NoteId))
                return NoteOutcome.Nothing;
            _notes.Add(note with { Number = _notes.Count + 1 });
        }
        await audit.Append(noted, cancellation);
        return NoteOutcome.Done;
    }

    public Task<AccountNote?> Find(string noteId, CancellationToken cancellation) =>
        Task.FromResult(Notes.FirstOrDefault(one => one.NoteId == noteId));

    public Task<ImmutableArray<AccountNote>> Of(
        string accountKey, NoteFilter filter, (long Before, int CountMax) page, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<AccountNote>>(
        [
            .. Notes.Where(one => AccountKey.Of(one.EntityId, one.AccountId) == accountKey)
                .Where(one => (page.Before == 0 || one.Number < page.Before)
                    && (filter.Kind is null || one.Kind == filter.Kind)
                    && (!filter.IsPinnedOnly || one.IsPinned)
                    && (filter.WithWithdrawn || one.WithdrawnAt is null))
                .Reverse().Take(page.CountMax),
        ]);

    public Task<ImmutableArray<AccountNote>> OfCustomer(
        string customerId, long after, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<AccountNote>>(
        [
            .. Notes.Where(one => one.CustomerId == customerId && one.Number > after)
                .Take(INoteStore.PageLength),
        ]);

    public async Task<NoteOutcome> Pin(
        AccountNote note, bool isPinned, AuditEntry noted, CancellationToken cancellation)
    {
        if (isPinned && IsFull(note))
            return NoteOutcome.PinsFull;
        if (!await audit.Append(noted, cancellation))
            return NoteOutcome.Nothing;
        Change(note.NoteId, one => one with { IsPinned = isPinned });
        return NoteOutcome.Done;
    }

    public async Task<NoteOutcome> Withdraw(
        AccountNote note, DateTimeOffset at, AuditEntry noted, CancellationToken cancellation)
    {
        if (Notes.Any(one => one.NoteId == note.NoteId && one.WithdrawnAt is not null))
            return NoteOutcome.Nothing;
        Change(note.NoteId, one => one with
        {
            IsPinned = false,
            WithdrawnAt = at,
            WithdrawnBy = noted.ActorId,
            WithdrawnReason = noted.Reason,
        });
        await audit.Append(noted, cancellation);
        return NoteOutcome.Done;
    }

    private bool IsFull(AccountNote note) => Notes.Count(
        one => (one.EntityId, one.AccountId) == (note.EntityId, note.AccountId) && one.IsPinned)
        >= INoteStore.PinnedMax;

    private void Change(string noteId, Func<AccountNote, AccountNote> change)
    {
        lock (_notes)
        {
            var at = _notes.FindIndex(one => one.NoteId == noteId);
            _notes[at] = change(_notes[at]);
        }
    }
}
