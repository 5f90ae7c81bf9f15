using System.Collections.Immutable;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Console.Parts;
using BillingActors.Gateway.Console.Readings;
using BillingActors.Gateway.Payments;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Storage.Cash;
using Microsoft.AspNetCore.Components;

namespace BillingActors.Gateway.Console.Pages;

/// <summary>
/// Money nobody knows the account of: where it may belong is proposed, or searched for, and it is moved.
/// </summary>
public sealed partial class UnidentifiedPage
{
    private const int HitCountMax = 8;
    private BillingGrid<UnidentifiedCash>? _grid;
    private UnidentifiedCash? _current;
    private DeskCommand _command = new(Permissions.PaymentsWrite);
    private ImmutableArray<CashProposal> _proposals = [];
    private ImmutableArray<SearchHit>? _hits;
    private Problem? _problem;
    private string? _told;
    private string _why = "";
    private string _text = "";
    private bool _mayMove;
    private bool _isBusy;

    [Inject]
    private Desk Desk { get; set; } = default!;

    [Inject]
    private Finding Finding { get; set; } = default!;

    [Inject]
    private CashProposals Proposals { get; set; } = default!;

    [Inject]
    private IUnidentifiedCashStore Store { get; set; } = default!;

    [Inject]
    private IGrainFactory Grains { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync() =>
        _mayMove = await Desk.May(Permissions.PaymentsWrite, default);

    private async Task Choose(UnidentifiedCash row)
    {
        (_current, _problem, _told, _hits, _text) = (row, null, null, null, "");
        _command = new DeskCommand(Permissions.PaymentsWrite);
        _proposals = [];
        var proposals = await Proposals.For(row, default);
        if (_current == row)
            _proposals = proposals; // Those of a row that was left meanwhile would lead this one's money astray.
    }

    private async Task Search()
    {
        var (current, text) = (_current, _text.Trim());
        var hits = await Finding.Find(await Desk.Caller(default), text, default);
        if (_current != current || _text.Trim() != text)
            return;
        _hits = [.. hits.Where(hit => hit.EntityId == _current?.EntityId)];
    }

    private async Task Move(string accountId)
    {
        if (_isBusy || _current is not { } cash || string.IsNullOrWhiteSpace(_why))
            return;
        _isBusy = true;
        var grain = Grains.GetGrain<IUnidentifiedCashGrain>(CashKey.Of(cash.EntityId, cash.Payment.ReceiptId));
        var reply = await Desk.Do<Receipt>(
            _command with { Reason = _why },
            (_, envelope) => grain.Move(envelope, new FoundAccount(accountId), default), default);
        (_isBusy, _problem) = (false, reply.Problem);
        if (reply.Value is null)
            return;
        var caller = await Desk.Caller(default);
        var next = await Store.Waiting(
            caller.Scope, CashKey.Of(cash.EntityId, cash.Payment.ReceiptId), 1, default);
        if (next is [var row])
            await Choose(row);
        else
            _current = null;
        _told = $"Moved to {accountId}.";
        if (_grid is not null)
            await _grid.Refresh();
    }
}
