using System.Collections.Immutable;
using BillingActors.Gateway.Audit;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Console.Look;
using BillingActors.Gateway.Console.Readings;
using BillingActors.Gateway.Notes;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Notes;
using Microsoft.AspNetCore.Components;

namespace BillingActors.Gateway.Console.Parts;

/// <summary>What is shown of notes, and what is done with them.</summary>
public sealed partial class NotesPanel
{
    private const int PageLength = 10;
    private const int NameLength = 40;

    private NoteForm _form = new();
    private Caller? _caller;
    private ImmutableArray<AccountNote> _rows = [];
    private ImmutableArray<NoteChoice> _documents = [];
    private DeskCommand _command = new(Permissions.NotesWrite);
    private ElementReference _text;
    private ElementReference _reason;
    private Problem? _problem;
    private string _shown = "";
    private string _kind = "";
    private string _why = "";
    private string? _chosen;
    private string? _told;
    private long _before;
    private bool _withWithdrawn;
    private bool _hasOlder;
    private bool _mayWrite;
    private bool _isOpen;
    private bool _isBusy;
    private bool _isFormLive;
    private bool _wantsText;
    private bool _wantsReason;

    // No more than ids: what a page hands to a part that is connected stands in the page once more.
    [Parameter, EditorRequired] public string EntityId { get; set; } = "";

    [Parameter, EditorRequired] public string AccountId { get; set; } = "";

    private (string, string) Account => (EntityId, AccountId);

    private string Draft => $"note/{EntityId}/{AccountId}";

    // The framework may keep this part when the page goes on to another account.
    protected override async Task OnParametersSetAsync()
    {
        if (_shown == AccountKey.Of(EntityId, AccountId))
            return;
        _shown = AccountKey.Of(EntityId, AccountId);
        CloseForm();
        (_told, _chosen, _before, _form) = (null, null, 0, new());
        _mayWrite = await Desk.May(Permissions.NotesWrite, default);
        if (_mayWrite && RendererInfo.IsInteractive)
        {
            _documents = await Reading.Documents(await Desk.Caller(default), Account, default);
            var draft = await Drafting.Find<NoteForm>(Draft, default);
            (_form, _isOpen) = (draft ?? _form, draft is not null);
        }
        await Read();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_wantsReason)
            return;
        _wantsReason = false;
        await _reason.FocusAsync();
    }

    public void Dispose() => Drafting.Dispose();

    private async Task Read()
    {
        _caller = await Desk.Caller(default);
        var filter = new NoteFilter(_kind.Length == 0 ? null : _kind, WithWithdrawn: _withWithdrawn);
        var rows = RolePermissions.Allow(_caller.Roles, Permissions.NotesRead)
            ? await Notes.List(_caller, Account, filter, (_before, PageLength + 1), default) ?? []
            : [];
        (_rows, _hasOlder) = (rows.Length > PageLength ? rows[..PageLength] : rows, rows.Length > PageLength);
    }

    private Task Anew()
    {
        _before = 0;
        return Read();
    }

    private Task Older()
    {
        _before = _rows[^1].Number;
        return Read();
    }

    // A form that is only just drawn is not in use yet, and takes no cursor.
    private async Task OpenForm()
    {
        (_isOpen, _wantsText, _told, _problem) = (true, !_isFormLive, null, null);
        if (_isFormLive)
            await _text.FocusAsync();
    }

    private async Task FormIsLive()
    {
        _isFormLive = true;
        if (!_wantsText)
            return;
        _wantsText = false;
        await _text.FocusAsync();
    }

    // What was typed stays until it is sent or given up.
    private void CloseForm() => (_isOpen, _isFormLive, _problem) = (false, false, null);

    private async Task Keep()
    {
        StateHasChanged();
        await Drafting.Keep(Draft, _form);
    }

    private async Task Discard()
    {
        await Drafting.Drop(Draft, default);
        (_form, _problem) = (new(), null);
    }

    private async Task Write()
    {
        if (_isBusy || string.IsNullOrWhiteSpace(_form.Text))
            return;
        var form = _form;
        var isDone = await Send(
            new DeskCommand(Permissions.NotesWrite) { Id = form.CommandId },
            (caller, envelope) => Notes.Write(
                caller, Account, form.ToWish(), Request("note-" + envelope.CommandId, envelope), default),
            "Kept.");
        // It was sent from another window and typed on here: that is another note.
        if (_problem?.Code == ProblemCode.IdReused)
            form.CommandId = DeskCommand.Fresh();
        if (!isDone)
            return;
        await Drafting.Drop(Draft, default);
        _form = new();
        CloseForm();
        await Told();
    }

    private async Task Pin(AccountNote note)
    {
        var isDone = await Send(
            new DeskCommand(Permissions.NotesWrite),
            (caller, envelope) => Notes.Pin(
                caller, Account, !note.IsPinned, Request(note.NoteId, envelope), default),
            note.IsPinned ? "Taken down." : "Pinned.");
        if (isDone)
            await Told();
    }

    private void Choose(AccountNote note)
    {
        (_chosen, _why, _told, _problem) = (_chosen == note.NoteId ? null : note.NoteId, "", null, null);
        (_wantsReason, _command) = (_chosen is not null, new(Permissions.NotesWrite));
    }

    private async Task Withdraw(AccountNote note)
    {
        var isDone = await Send(
            _command with { Reason = _why },
            (caller, envelope) => Notes.Withdraw(caller, Account, Request(note.NoteId, envelope), default),
            "Withdrawn.");
        if (!isDone)
            return;
        (_chosen, _why) = (null, "");
        await Told();
    }

    private async Task<bool> Send(
        DeskCommand command, Func<Caller, CommandEnvelope, Task<Reply<AccountNote>>> send, string told)
    {
        if (_isBusy)
            return false;
        (_isBusy, _told) = (true, null);
        var reply = await Desk.Do<AccountNote>(command, send, default);
        (_isBusy, _problem) = (false, reply.Problem);
        if (reply.Value is null)
            return false;
        _told = told;
        return true;
    }

    // The head and the timeline of the page are drawn by the server: it draws them anew.
    private async Task Told()
    {
        await Anew();
        Navigation.Refresh();
    }

    private bool MayWithdraw(AccountNote note) => _caller is { } caller && NoteDesk.MayWithdraw(caller, note);

    private NoteRequest Request(string noteId, CommandEnvelope envelope) =>
        new(noteId, envelope.At, envelope.Note("", new AuditSubject("note", noteId), Clock));

    // Buttons of several notes are told apart by what the notes say.
    private static string Name(AccountNote note) => NoteWords.Begin(note, NameLength);
}
