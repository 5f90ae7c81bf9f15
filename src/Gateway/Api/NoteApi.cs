using BillingActors.Gateway.Audit;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Notes;
using BillingActors.Gateway.Problems;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Notes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/accounts/…/notes: what people wrote down about an account.</summary>
internal static class NoteApi
{
    public static void MapNotes(this IEndpointRouteBuilder routes)
    {
        var notes = routes.MapGroup("/v1/accounts/{entityId}/{accountId}/notes").WithTags("Notes");
        notes.MapGet("/", List).Reads(Permissions.NotesRead).IsPaged().Refuses(ProblemCode.AccountUnknown)
            .WithSummary("Lists the notes of an account, newest first: of one kind, pinned ones alone, or withdrawn "
                + "ones, too.");
        notes.MapPost("/", Write).Changes(Permissions.NotesWrite)
            .Refuses(ProblemCode.AccountUnknown, ProblemCode.NoteTextInvalid, ProblemCode.NoteKindUnknown,
                ProblemCode.NoteDocumentUnknown, ProblemCode.NotePinsFull, ProblemCode.PersonErased, "card-number")
            .WithSummary("Writes a note: plain text that is never changed afterwards.");
        notes.MapPost("/{noteId}/pin", Pin).Changes(Permissions.NotesWrite)
            .Refuses(ProblemCode.NoteNotFound, ProblemCode.NoteWithdrawn, ProblemCode.NotePinsFull)
            .WithSummary("Puts a note at the head of its account.");
        notes.MapPost("/{noteId}/unpin", Unpin).Changes(Permissions.NotesWrite)
            .Refuses(ProblemCode.NoteNotFound, ProblemCode.NoteWithdrawn)
            .WithSummary("Takes a note down from the head of its account.");
        notes.MapPost("/{noteId}/withdraw", Withdraw).Changes(Permissions.NotesWrite).NeedsReason()
            .Refuses(ProblemCode.NoteNotFound, ProblemCode.NoteWithdrawn, ProblemCode.NoteOfAnother)
            .WithSummary("Withdraws a note: it is kept, and not shown unless asked for. Another person's needs the "
                + "rights of a supervisor.");
    }

    private static async Task<Results<Ok<Page<AccountNote>>, ProblemHttpResult>> List(
        [AsParameters] AccountRoute account, [AsParameters] Wanted wanted, CancellationToken cancellation)
    {
        var filter = new NoteFilter(wanted.Kind, wanted.Pinned == true, wanted.Withdrawn == true);
        var page = (wanted.Page.Number, wanted.Page.Limit + 1);
        return await wanted.Notes.List(account.Caller, IdsOf(account), filter, page, cancellation) is { } rows
            ? TypedResults.Ok(wanted.Page.Cut(rows, row => FormattableString.Invariant($"{row.Number}")))
            : Refused.Account();
    }

    private static async Task<Results<Created<AccountNote>, ProblemHttpResult>> Write(
        [AsParameters] AccountRoute account, NoteWish body, Command command, [AsParameters] Parts parts,
        CancellationToken cancellation) =>
        (await parts.Notes.Write(
            account.Caller, IdsOf(account), body, parts.Request(command.IdOfNew("note"), command), cancellation))
        .ToCreated(account.Http, account.Location + "/notes");

    private static async Task<Results<Ok<AccountNote>, ProblemHttpResult>> Pin(
        [AsParameters] AccountRoute account, string noteId, Command command, [AsParameters] Parts parts,
        CancellationToken cancellation) =>
        (await parts.Notes.Pin(account.Caller, IdsOf(account), true, parts.Request(noteId, command), cancellation))
        .ToOk(account.Http);

    private static async Task<Results<Ok<AccountNote>, ProblemHttpResult>> Unpin(
        [AsParameters] AccountRoute account, string noteId, Command command, [AsParameters] Parts parts,
        CancellationToken cancellation) =>
        (await parts.Notes.Pin(account.Caller, IdsOf(account), false, parts.Request(noteId, command), cancellation))
        .ToOk(account.Http);

    private static async Task<Results<Ok<AccountNote>, ProblemHttpResult>> Withdraw(
        [AsParameters] AccountRoute account, string noteId, Command command, [AsParameters] Parts parts,
        CancellationToken cancellation) =>
        (await parts.Notes.Withdraw(account.Caller, IdsOf(account), parts.Request(noteId, command), cancellation))
        .ToOk(account.Http);

    private static (string EntityId, string AccountId) IdsOf(AccountRoute account) =>
        (account.EntityId, account.AccountId);

    private sealed record Wanted(string? Kind, bool? Pinned, bool? Withdrawn, PageQuery Page, NoteDesk Notes);

    private sealed record Parts(NoteDesk Notes, TimeProvider Clock)
    {
        public NoteRequest Request(string noteId, Command command) =>
            new(noteId, command.Envelope.At, command.Note("", new AuditSubject("note", noteId), Clock));
    }
}
