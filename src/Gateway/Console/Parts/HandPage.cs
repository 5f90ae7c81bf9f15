using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Console.Readings;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Storage.Imports;
using Microsoft.AspNetCore.Components;

namespace BillingActors.Gateway.Console.Parts;

/// <summary>
/// A page on which something is done to an account by hand: what is typed is kept, what it would do is asked of the
/// account before, and sent twice it is done once.
/// </summary>
public abstract class HandPage<TForm> : ComponentBase, IHandPage, IDisposable
    where TForm : HandForm, new()
{
    private int _asked;
    private bool _isBusy;

    /// <inheritdoc />
    [Parameter]
    public string EntityId { get; set; } = "";

    /// <inheritdoc />
    [Parameter]
    public string AccountId { get; set; } = "";

    /// <inheritdoc />
    public AccountPicture? Picture { get; private set; }

    /// <inheritdoc />
    public bool IsRead { get; private set; }

    /// <inheritdoc />
    public HandForm Typed => Form;

    /// <inheritdoc />
    public DateTimeOffset? KeptAt => Drafting.KeptAt;

    /// <inheritdoc />
    public ActionPreview? Preview { get; private set; }

    /// <inheritdoc />
    public Problem? Refusal { get; private set; }

    /// <inheritdoc />
    public Problem? Problem { get; private set; }

    /// <inheritdoc />
    public ActionReceipt? Receipt { get; private set; }

    /// <inheritdoc />
    public virtual bool NeedsReason => true;

    /// <inheritdoc />
    public bool MaySend => !_isBusy && Preview is { EffectMinor: not 0 }
        && (!NeedsReason || !string.IsNullOrWhiteSpace(Form.Why));

    /// <inheritdoc />
    public string PersonId { get; private set; } = "";

    /// <summary>What is typed.</summary>
    protected TForm Form { get; private set; } = new();

    /// <summary>Currency of the account.</summary>
    protected string Currency => Picture!.Account.Currency;

    /// <summary>"entity/account".</summary>
    protected string Key => Grains.Interfaces.AccountKey.Of(EntityId, AccountId);

    /// <summary>What drafts of the page are called.</summary>
    protected abstract string Draft { get; }

    /// <summary>What it needs.</summary>
    protected abstract string Permission { get; }

    /// <summary>Whether enough is typed to ask what it would do.</summary>
    protected abstract bool IsWhole { get; }

    [Inject]
    private protected Desk Desk { get; private set; } = default!;

    [Inject]
    private protected IGrainFactory GrainFactory { get; private set; } = default!;

    [Inject]
    private AccountReading Reading { get; set; } = default!;

    [Inject]
    private Drafting Drafting { get; set; } = default!;

    private string DraftKey => $"{Draft}/{EntityId}/{AccountId}";

    /// <inheritdoc />
    public void Dispose()
    {
        Drafting.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    public async Task Keep()
    {
        StateHasChanged();
        if (CardNumberCheck.Bears(Form.FreeText))
            await Drafting.Drop(DraftKey, default);
        else
            await Drafting.Keep(DraftKey, Form);
        StateHasChanged();
    }

    /// <inheritdoc />
    public async Task Discard()
    {
        await Drafting.Drop(DraftKey, default);
        (Form, Problem) = (Fresh(), null);
        await Show();
    }

    /// <inheritdoc />
    public async Task Send()
    {
        if (!MaySend)
            return;
        _isBusy = true;
        var form = Form;
        var reply = await Desk.Do<ActionReceipt>(
            new DeskCommand(Permission, form.Why) { Id = form.CommandId },
            (caller, envelope) => Do(form, caller, envelope), default);
        (_isBusy, Problem, Receipt) = (false, reply.Problem, reply.Value);
        if (reply.Value is not null)
            await Drafting.Drop(DraftKey, default);
        StateHasChanged();
    }

    /// <inheritdoc />
    public async Task Again()
    {
        (Receipt, Problem) = (null, null);
        await Read(await Desk.Caller(default));
        Form = Fresh();
        await Show();
    }

    /// <summary>Reads the account again and leaves what is typed.</summary>
    protected async Task Reread()
    {
        await Read(await Desk.Caller(default));
        await Show();
    }

    /// <summary>Something was typed that is more than a reason.</summary>
    protected async Task Changed()
    {
        Form.Change();
        await Show();
        await Keep();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var caller = await Desk.Caller(default);
        PersonId = caller.PersonId;
        await Read(caller);
        IsRead = true;
        if (Picture is null)
            return;
        Form = await Drafting.Find<TForm>(DraftKey, default) ?? Fresh();
        await Show();
    }

    /// <summary>A form before anything is typed.</summary>
    protected virtual TForm Fresh() => new();

    /// <summary>Reads what the page needs beside the account.</summary>
    private protected virtual Task ReadMore(Caller caller) => Task.CompletedTask;

    /// <summary>Asks what a form would do.</summary>
    private protected abstract Task<Reply<ActionPreview>> Ask(TForm form, Caller caller, CommandEnvelope envelope);

    /// <summary>Does what a form says.</summary>
    private protected abstract Task<Reply<ActionReceipt>> Do(TForm form, Caller caller, CommandEnvelope envelope);

    private async Task Read(Caller caller)
    {
        Picture = await Reading.Picture(caller, EntityId, AccountId, default);
        if (Picture is not null)
            await ReadMore(caller);
    }

    // What was typed last counts, in whatever order the answers come; and what is sent is what was shown.
    private async Task Show()
    {
        var mine = ++_asked;
        (Preview, Refusal) = (null, null);
        if (Picture is not null && IsWhole)
        {
            var form = Form;
            var reply = await Desk.Do<ActionPreview>(
                new DeskCommand(Permission), (caller, envelope) => Ask(form, caller, envelope), default);
            if (mine != _asked)
                return;
            (Preview, Refusal) = (reply.Value, reply.Problem);
        }
        StateHasChanged();
    }
}
