using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Console.Readings;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Commands;
using Microsoft.AspNetCore.Components;

namespace BillingActors.Gateway.Console.Parts;

/// <summary>
/// A page on which something is done to an account by hand: what is typed is kept, what it would do is asked of the
/// account before, and sent twice it is done once.
/// </summary>
public abstract class HandPage<TForm> : ComponentBase, IHandPage, IDisposable
    where TForm : HandForm, new()
{
    // A word is asked about once, not each of its letters.
    private const int AfterKeyMilliseconds = 150;
    private int _asked;

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
    public bool IsBusy { get; private set; }

    /// <inheritdoc />
    public virtual bool MaySend => !IsBusy && Preview is { EffectMinor: not 0 }
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
        _asked++;
        Drafting.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    public async Task Keep()
    {
        if (Receipt is not null)
            return;
        StateHasChanged();
        await Drafting.Keep(DraftKey, Form);
        StateHasChanged();
    }

    /// <inheritdoc />
    public async Task Discard()
    {
        if (IsBusy)
            return;
        await Drafting.Drop(DraftKey, default);
        _asked++;
        (Problem, Preview, Form) = (null, null, Fresh());
        await Restart();
        await Show();
    }

    /// <inheritdoc />
    public async Task Send()
    {
        if (!MaySend)
            return;
        IsBusy = true;
        var (form, shown) = ((TForm)Form.Copy(), Preview!);
        var reply = await Desk.Do<ActionReceipt>(
            new DeskCommand(Permission, form.Why) { Id = form.CommandId },
            (caller, envelope) => DoAsShown((form, shown), caller, envelope), default);
        (IsBusy, Problem, Receipt) = (false, reply.Problem, reply.Value);
        if (reply.Value is not null)
            await Drafting.Drop(DraftKey, default);
        else if (reply.Problem?.Code == ProblemCode.StaleVersion)
            await Show();
        StateHasChanged();
    }

    /// <inheritdoc />
    public async Task Again()
    {
        if (Receipt is null)
            return;
        _asked++;
        (Receipt, Problem, Preview, Form) = (null, null, null, Fresh());
        await Read(await Desk.Caller(default));
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
        await Show(AfterKeyMilliseconds);
        await Keep();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var caller = await Desk.Caller(default);
        PersonId = caller.PersonId;
        Form = await Drafting.Find<TForm>(DraftKey, default) ?? Fresh();
        await Read(caller);
        IsRead = true;
        if (Picture is not null)
            await Show();
    }

    /// <summary>A form before anything is typed.</summary>
    protected virtual TForm Fresh() => new();

    /// <summary>Reads anew what belongs to what is typed, when that was given up.</summary>
    protected virtual Task Restart() => Task.CompletedTask;

    /// <summary>Reads what the page needs beside the account.</summary>
    private protected virtual Task ReadMore(Caller caller) => Task.CompletedTask;

    /// <summary>Asks what a form would do.</summary>
    private protected abstract Task<Reply<ActionPreview>> Ask(TForm form, Caller caller, CommandEnvelope envelope);

    /// <summary>Does what a form says.</summary>
    private protected abstract Task<Reply<ActionReceipt>> Do(TForm form, Caller caller, CommandEnvelope envelope);

    // An amount left open is what the account has: where that moved meanwhile, more might go than was shown. What would
    // have no effect or be refused is sent all the same: it may have been done before, and is answered as it was then.
    private async Task<Reply<ActionReceipt>> DoAsShown(
        (TForm Form, ActionPreview Shown) wish, Caller caller, CommandEnvelope envelope)
    {
        var now = await Ask(wish.Form, caller, envelope);
        return now.Value is { EffectMinor: not 0 } effect && effect.EffectMinor != wish.Shown.EffectMinor
            ? Reply<ActionReceipt>.No(
                ProblemCode.StaleVersion,
                "The account moved meanwhile: look at what it would do now, then send again.")
            : await Do(wish.Form, caller, envelope);
    }

    // Where something cannot be read the page says so and stands with what it had; without an account there is no page.
    private async Task Read(Caller caller)
    {
        try
        {
            Picture = await Reading.Picture(caller, EntityId, AccountId, default);
            if (Picture is not null)
                await ReadMore(caller);
        }
        catch (Exception fault) when (fault is not NobodyAtDeskException && Picture is not null)
        {
            var (code, detail) = FaultHandler.Explain(fault);
            Problem = new Problem(code, detail);
        }
    }

    // What was typed last counts, in whatever order the answers come; and what is sent is what was shown.
    private async Task Show(int afterMilliseconds = 0)
    {
        var mine = ++_asked;
        (Preview, Refusal) = (null, null);
        StateHasChanged();
        if (afterMilliseconds > 0)
            await Task.Delay(afterMilliseconds);
        if (mine != _asked)
            return;
        if (Picture is not null && IsWhole)
        {
            var form = (TForm)Form.Copy();
            var reply = await Desk.Do<ActionPreview>(
                new DeskCommand(Permission), (caller, envelope) => Ask(form, caller, envelope), default);
            if (mine != _asked)
                return;
            (Preview, Refusal) = (reply.Value, reply.Problem);
        }
        StateHasChanged();
    }
}
