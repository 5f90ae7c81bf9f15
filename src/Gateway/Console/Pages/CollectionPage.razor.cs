using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Console.Look;
using BillingActors.Gateway.Console.Readings;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Collections;
using BillingActors.Grains.Interfaces.Commands;
using Microsoft.AspNetCore.Components;

namespace BillingActors.Gateway.Console.Pages;

/// <summary>The collection of one account: how far it is, what stops it, and what a collector does.</summary>
public sealed partial class CollectionPage
{
    private const int PromiseDays = 7;
    private DeskCommand _command = new(Permissions.CollectionsWork);
    private CollectionView? _view;
    private DunningPreviewView? _next;
    private Problem? _problem;
    private string? _told;
    private string _amount = "";
    private string _kind = CollectionReading.BlockKinds[0];
    private string _why = "";
    private DateOnly _promiseOn;
    private DateOnly? _through;
    private bool _mayWork;
    private bool _mayPromise;
    private bool _isBusy;
    private bool _isRead;

    /// <summary>Legal entity.</summary>
    [Parameter]
    public string EntityId { get; set; } = "";

    /// <summary>Account.</summary>
    [Parameter]
    public string AccountId { get; set; } = "";

    [Inject]
    private Desk Desk { get; set; } = default!;

    [Inject]
    private CollectionReading Reading { get; set; } = default!;

    private LetterRow? LastLetter => _view?.Letters.LastOrDefault();

    private long? Amount => MoneyText.Read(_amount, _view!.Currency) is { } minor and > 0 ? minor : null;

    private string NextStep => _next switch
    {
        null => "–",
        { Hold: "none" } => $"Letter of level {_next.Level}",
        { Hold: var hold } => Words.Of(hold),
    };

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _promiseOn = Desk.Today.AddDays(PromiseDays);
        _mayWork = await Desk.May(Permissions.CollectionsWork, default);
        _mayPromise = await Desk.May(Permissions.PromisesTake, default);
        await Read();
    }

    private async Task Read()
    {
        _view = await Reading.Of(await Desk.Caller(default), EntityId, AccountId, default);
        _next = _view is null ? null : await Reading.Next(EntityId, AccountId, Desk.Today, default);
        _isRead = true;
    }

    private bool Runs(BlockView block) => block.Through is null || block.Through >= Desk.Today;

    private Task Promise() => Amount is not { } minor
        ? Task.CompletedTask
        : Send("The promise is taken.", (grain, envelope) => grain.MakePromise(
            envelope, new MakePromise(IdOf("promise"), minor, Desk.Today, _promiseOn, "customer", []), default),
            Permissions.PromisesTake);

    private Task EndPromise(string promiseId) => Send("The promise is taken back.", (grain, envelope) =>
        grain.EndPromise(envelope, new EndArrangement(promiseId, "cancelled", Desk.Today), default));

    private Task Block() => string.IsNullOrWhiteSpace(_why)
        ? Task.CompletedTask
        : Send("The block is placed.", (grain, envelope) => grain.PlaceBlock(
            envelope, new PlaceBlock(IdOf("block"), _kind, Desk.Today, _through, Desk.Today), default));

    private Task Lift(string blockId) => Send("The block is lifted.", (grain, envelope) =>
        grain.LiftBlock(envelope, new LiftBlock(blockId, Desk.Today), default));

    /// <summary>An id of the command, so that sent twice it is one thing.</summary>
    private string IdOf(string what) => _command.Id.Replace("desk", what, StringComparison.Ordinal);

    private async Task Send(
        string told, Func<IAccountCollectionsGrain, CommandEnvelope, Task<Reply<Receipt>>> send,
        string permission = Permissions.CollectionsWork)
    {
        if (_isBusy)
            return;
        _isBusy = true;
        var reply = await Desk.Do<Receipt>(_command with { Permission = permission, Reason = _why }, (_, envelope) =>
            send(Reading.Grain(EntityId, AccountId), envelope), default);
        (_isBusy, _problem, _told) = (false, reply.Problem, reply.Value is null ? null : told);
        if (reply.Value is null)
            return;
        (_command, _amount, _why) = (new DeskCommand(Permissions.CollectionsWork), "", "");
        await Read();
    }
}
