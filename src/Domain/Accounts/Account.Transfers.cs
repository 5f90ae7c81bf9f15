using System.Collections.Immutable;
using BillingActors.Domain.Transfers;
using NodaTime;

namespace BillingActors.Domain.Accounts;

/// <summary>What went to other accounts, what came from there, and move-outs.</summary>
public sealed partial record Account
{
    /// <summary>What it keeps of transfers and move-outs; null until there is something to keep.</summary>
    public TransferFile? Transfers { get; init; }

    /// <summary>Transfers it sent, oldest first.</summary>
    public ImmutableArray<OutgoingTransfer> TransfersOut => TransfersKept.Out;

    /// <summary>Transfers that came, taken or refused, oldest first.</summary>
    public ImmutableArray<IncomingTransfer> TransfersIn => TransfersKept.In;

    /// <summary>Move-outs, oldest first.</summary>
    public ImmutableArray<MoveOut> MoveOuts => TransfersKept.MoveOuts;

    /// <summary>Since when a transfer waits to be sent or to arrive; null: none does.</summary>
    public LocalDate? TransferWaitsSince => Transfers is null
        ? null
        : TransfersOut.Where(one => one.IsPending).Select(one => one.On)
            .Concat(MoveOuts.Where(one => one.IsWaiting).Select(one => one.On))
            .Select(on => (LocalDate?)on)
            .Min();

    internal TransferFile TransfersKept => Transfers ?? TransferFile.None;

    /// <summary>The transfer the account sent, or null.</summary>
    public OutgoingTransfer? TransferOut(string transferId) =>
        TransfersOut.FirstOrDefault(transfer => transfer.Id == transferId);

    /// <summary>The transfer that came from an account, or null.</summary>
    public IncomingTransfer? TransferIn(string from, string transferId) =>
        TransfersIn.FirstOrDefault(transfer => transfer.Id == transferId && transfer.From == from);
}
