using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Payments;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Reports;
using Microsoft.AspNetCore.Components;

namespace BillingActors.Gateway.Console.Parts;

/// <summary>Says what may be paid with what is left of a receipt, and applies it.</summary>
public sealed partial class UnappliedPanel
{
    private UnappliedReceiptRow? _row;
    private UnappliedCash? _found;
    private DeskCommand _command = new(Permissions.PaymentsWrite);
    private Problem? _problem;
    private string? _told;
    private bool _mayApply;
    private bool _isBusy;

    /// <summary>The receipt; null for none.</summary>
    [Parameter]
    public UnappliedReceiptRow? Row { get; set; }

    /// <summary>Tells that it was applied.</summary>
    [Parameter]
    public EventCallback Done { get; set; }

    [Inject]
    private Desk Desk { get; set; } = default!;

    [Inject]
    private UnappliedProposals Proposals { get; set; } = default!;

    [Inject]
    private IGrainFactory Grains { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (Row == _row)
            return;
        (_row, _found, _problem, _command) = (Row, null, null, new DeskCommand(Permissions.PaymentsWrite));
        if (!_isBusy)
            _told = null; // What was done with the receipt before stays to be read.
        _mayApply = await Desk.May(Permissions.PaymentsWrite, default);
        if (Row is not { } row)
            return;
        var reply = await Desk.Do<UnappliedCash>(
            new DeskCommand(Permissions.PaymentsRead),
            async (_, envelope) => new((await Proposals.For([row], envelope, default))[0]), default);
        if (_row == row)
            (_found, _problem) = (reply.Value, reply.Problem);
    }

    private async Task Apply()
    {
        if (_isBusy || Row is not { } row)
            return;
        _isBusy = true;
        var grain = Grains.GetGrain<IAccountCashGrain>(AccountKey.Of(row.EntityId, row.AccountId));
        var reply = await Desk.Do<Receipt>(
            _command,
            (_, envelope) => grain.Apply(envelope, row.ReceiptId, new PaymentApplication(_command.Id), default),
            default);
        _problem = reply.Problem;
        if (reply.Value is not null)
        {
            _told = $"Applied: receipt {row.ReceiptId} of {row.AccountId}.";
            await Done.InvokeAsync();
        }
        _isBusy = false;
    }
}
