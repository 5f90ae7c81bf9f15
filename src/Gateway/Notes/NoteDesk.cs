using System.Collections.Immutable;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Invoices;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Notes;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Notes;

/// <summary>
/// Writes notes of accounts, pins and withdraws them, through either door. A note is never changed: who made a mistake
/// withdraws it and writes another one. What it says is told to nobody else, the audit trail included.
/// </summary>
internal sealed class NoteDesk(INoteStore store, InvoiceReading invoices, IGrainFactory grains)
{
    private const string Kind = "note";

    /// <summary>Notes before a number (0 for the newest), newest first; null where there is no such account.</summary>
    public async Task<ImmutableArray<AccountNote>?> List(
        Caller caller, (string EntityId, string AccountId) account, NoteFilter filter,
        (long Before, int CountMax) page, CancellationToken cancellation) =>
        await Account(caller, account, cancellation) is null
            ? null
            : await store.Of(AccountKey.Of(account.EntityId, account.AccountId), filter, page, cancellation);

    /// <summary>Writes a note, once for a request.</summary>
    public async Task<Reply<AccountNote>> Write(
        Caller caller, (string EntityId, string AccountId) account, NoteWish wish, NoteRequest request,
        CancellationToken cancellation)
    {
        if (await Account(caller, account, cancellation) is not { } view)
            return No(ProblemCode.AccountUnknown, "There is no such account.");
        var (text, problem) = NoteText.Of(wish.Text);
        if (problem is not null)
            return new Reply<AccountNote>(null, problem);
        if (await store.Find(request.NoteId, cancellation) is { } before)
            return Again(before, account, wish with { Text = text });
        if (!NoteKind.All.Contains(wish.Kind, StringComparer.Ordinal))
            return No(ProblemCode.NoteKindUnknown, $"Write one of {string.Join(", ", NoteKind.All)}.");
        var (about, isKnown) = await About(caller, account, wish.About, cancellation);
        if (!isKnown)
            return No(ProblemCode.NoteDocumentUnknown, "The account has no such invoice, credit memo or dispute.");
        var note = new AccountNote(
            request.NoteId, account.EntityId, account.AccountId, view.CustomerId, wish.Kind, text, request.At,
            request.Noted.ActorId, wish.IsPinned, wish.About?.Kind, about?.Id, about?.Number);
        return await store.Add(note, Entry(request, note, "note-written"), cancellation) switch
        {
            NoteOutcome.Erased => No(
                ProblemCode.PersonErased, "The customer was erased: nothing can be written about anybody."),
            // Of two that come at once one is first; the other finds what that one wrote.
            NoteOutcome.Nothing or NoteOutcome.PinsFull
                when await store.Find(request.NoteId, cancellation) is { } other =>
                Again(other, account, wish with { Text = text }),
            NoteOutcome.PinsFull => PinsFull(),
            _ => await Told(request, cancellation),
        };
    }

    /// <summary>Puts a note at the head of its account, or takes it down.</summary>
    public async Task<Reply<AccountNote>> Pin(
        Caller caller, (string EntityId, string AccountId) account, bool isPinned, NoteRequest request,
        CancellationToken cancellation)
    {
        if (await Find(caller, account, request, cancellation) is not { } note)
            return Unknown();
        if (note.WithdrawnAt is not null)
            return Withdrawn(note);
        if (note.IsPinned == isPinned)
            return new Reply<AccountNote>(note, IsReplay: true);
        var entry = Entry(
            request, note with { IsPinned = isPinned }, isPinned ? "note-pinned" : "note-unpinned");
        var outcome = await store.Pin(note, isPinned, entry, cancellation);
        if (outcome == NoteOutcome.PinsFull)
            return PinsFull();
        var told = await Told(request, cancellation, outcome);
        return told.Value is { WithdrawnAt: not null } gone ? Withdrawn(gone) : told;
    }

    /// <summary>Withdraws a note; another person's needs a right of its own.</summary>
    public async Task<Reply<AccountNote>> Withdraw(
        Caller caller, (string EntityId, string AccountId) account, NoteRequest request,
        CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(request.Noted.Reason))
            return No(ProblemCode.ReasonMissing, "Say why the note is withdrawn.");
        if (await Find(caller, account, request, cancellation) is not { } note)
            return Unknown();
        if (!MayWithdraw(caller, note))
            return No(ProblemCode.NoteOfAnother, "Somebody else wrote the note.");
        if (note.WithdrawnAt is not null)
            return Again(note, request);
        var entry = Entry(request, note with { IsPinned = false }, "note-withdrawn");
        return await store.Withdraw(note, request.At, entry, cancellation) == NoteOutcome.Done
            ? await Told(request, cancellation)
            : Again(await store.Find(request.NoteId, cancellation) ?? note, request);
    }

    /// <summary>Whether a person may withdraw a note.</summary>
    public static bool MayWithdraw(Caller caller, AccountNote note) =>
        note.WrittenBy == caller.PersonId || RolePermissions.Allow(caller.Roles, Permissions.NotesWithdraw);

    private async Task<AccountView?> Account(
        Caller caller, (string EntityId, string AccountId) account, CancellationToken cancellation) =>
        caller.Scope.Allows(account.EntityId)
            ? await grains.Account(AccountKey.Of(account.EntityId, account.AccountId)).View(cancellation)
            : null;

    private async Task<AccountNote?> Find(
        Caller caller, (string EntityId, string AccountId) account, NoteRequest request,
        CancellationToken cancellation) =>
        caller.Scope.Allows(account.EntityId)
            && await store.Find(request.NoteId, cancellation) is { } note
            && (note.EntityId, note.AccountId) == account
                ? note
                : null;

    private async Task<((string Id, string Number)? Document, bool IsKnown)> About(
        Caller caller, (string EntityId, string AccountId) account, NoteDocument? wanted,
        CancellationToken cancellation)
    {
        switch (wanted?.Kind)
        {
            case null:
                return (null, wanted is null);
            case AccountNote.AboutInvoice:
                // Two entities may number alike: the account's own is meant.
                var own = caller with { Scope = new EntityScope([account.EntityId]) };
                var invoice = await invoices.Find(own, wanted.Id, cancellation);
                return invoice is not null && (invoice.EntityId, invoice.AccountId) == account
                    ? ((invoice.InvoiceId, invoice.Number), true)
                    : (null, false);
            case AccountNote.AboutDispute:
                var grain = grains.GetGrain<IAccountDisputesGrain>(
                    AccountKey.Of(account.EntityId, account.AccountId));
                var disputes = await grain.ViewDisputes(cancellation);
                return disputes?.Disputes.Any(one => one.DisputeId == wanted.Id) == true
                    ? ((wanted.Id, wanted.Id), true)
                    : (null, false);
            default:
                return (null, false);
        }
    }

    private async Task<Reply<AccountNote>> Told(
        NoteRequest request, CancellationToken cancellation, NoteOutcome outcome = NoteOutcome.Done) =>
        await store.Find(request.NoteId, cancellation) is { } note
            ? new Reply<AccountNote>(note, IsReplay: outcome == NoteOutcome.Nothing)
            : Unknown();

    // Whether it is pinned may have changed since; nobody can read any more what an erased person's said.
    private static Reply<AccountNote> Again(
        AccountNote before, (string EntityId, string AccountId) account, NoteWish wish) =>
        (before.EntityId, before.AccountId) == account && before.Kind == wish.Kind
            && (before.Text is null || before.Text == wish.Text) && before.About == wish.About?.Kind
            && (wish.About is not { } about || about.Id == before.AboutId || about.Id == before.AboutNumber)
                ? new Reply<AccountNote>(before, IsReplay: true)
                : No(ProblemCode.IdReused, "This key was used to write something else.");

    private static Reply<AccountNote> Again(AccountNote withdrawn, NoteRequest request) =>
        withdrawn.WithdrawnBy == request.Noted.ActorId && withdrawn.WithdrawnReason == request.Noted.Reason
            ? new Reply<AccountNote>(withdrawn, IsReplay: true)
            : Withdrawn(withdrawn);

    private static AuditEntry Entry(NoteRequest request, AccountNote note, string action) => request.Noted with
    {
        Action = action,
        Subject = new AuditSubject(Kind, note.NoteId, note.EntityId, note.AccountId),
        After = note.Kind + (note.IsPinned ? ", pinned" : "")
            + (note.About is null ? "" : $", about {note.About} {note.AboutNumber}"),
    };

    private static Reply<AccountNote> Withdrawn(AccountNote note) =>
        No(ProblemCode.NoteWithdrawn, $"{note.WithdrawnBy} withdrew it.");

    private static Reply<AccountNote> PinsFull() =>
        No(ProblemCode.NotePinsFull, $"{INoteStore.PinnedMax} notes of the account are pinned.");

    private static Reply<AccountNote> Unknown() => No(ProblemCode.NoteNotFound, "The account has no such note.");

    private static Reply<AccountNote> No(string code, string detail) => Reply<AccountNote>.No(code, detail);
}
