using BillingActors.Domain.Accounts;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Transfers;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Transfers;
using BillingActors.Storage.Accounts;
using NodaTime;

namespace BillingActors.Grains.Mapping;

/// <summary>Transfers and move-outs, wire ↔ domain.</summary>
internal static class TransferMapping
{
    private const string Pending = "pending";
    private const string Returned = "returned";

    public static StartTransfer ToCommand(this TransferOrder order, string from, TransferScope scope, LocalDate on) =>
        new(
            order.TransferId,
            from,
            order.TargetOf(from),
            scope,
            order.ItemIds ?? [],
            order.AmountMinor,
            on);

    /// <summary>The key of the account the transfer goes to.</summary>
    public static string TargetOf(this TransferOrder order, string from) =>
        AccountKey.Of(order.ToEntityId ?? AccountKey.Split(from).EntityId, order.ToAccountId);

    /// <summary>The key of the account the balance goes to, or null.</summary>
    public static string? TargetOf(this MoveOutOrder order, string from) =>
        order.TransferToAccountId is { } to ? AccountKey.Of(AccountKey.Split(from).EntityId, to) : null;

    public static EndSupply ToCommand(this MoveOutOrder order, string from, LocalDate on) => new(
        order.MoveOutId, from, order.ContractId, order.Until.ToDomain(), order.TargetOf(from), on);

    /// <summary>The final reads of a contract, as somebody enters them who moves it out.</summary>
    public static EnterReads ToReads(this MoveOutOrder order, LocalDate from, Actor actor) => new(
        [
            .. (order.FinalReads ?? []).Select(read => new TakenRead(
                read.Register,
                read.MeterSerial,
                (read.On ?? order.Until).ToDomain(),
                read.Value,
                read.Scale,
                read.IsByCustomer ? ReadQuality.Customer : ReadQuality.Actual,
                ReadKind.Final)),
        ],
        from,
        order.Until.ToDomain(),
        $"by-hand.{actor.Id}.{order.MoveOutId}");

    public static TransferReceipt? ToTransferReceipt(this LoadedAccount loaded, string transferId)
    {
        var (entityId, accountId) = AccountKey.Split(loaded.Key);
        var transfer = loaded.State.TransferOut(transferId);
        var state = transfer is not null ? StateOf(transfer) : loaded.State.StateOf(transferId);
        return loaded.Version == 0
            ? null
            : new TransferReceipt(entityId, accountId, loaded.Version, transferId, state, transfer?.Code);
    }

    public static MoveOutReceipt? ToMoveOutReceipt(this LoadedAccount loaded, string moveOutId)
    {
        if (loaded.State.MoveOuts.FirstOrDefault(one => one.Id == moveOutId) is not { } moveOut)
            return null;
        var (entityId, accountId) = AccountKey.Split(loaded.Key);
        var transfer = loaded.State.TransferOut(moveOutId);
        var balance = moveOut switch
        {
            { TransferTo: null } => "stays",
            { Code: not null } => "kept",
            _ => transfer is null ? Pending : StateOf(transfer),
        };
        return new MoveOutReceipt(
            entityId, accountId, loaded.Version, moveOutId, null, balance, moveOut.Code ?? transfer?.Code);
    }

    /// <summary>All transfers, newest first.</summary>
    public static IEnumerable<TransferView> ToTransfers(this Account account) =>
        account.TransfersOut.Select(one => View(
                account, new(one.Id, "out", one.To, StateOf(one), one.Code), one.Value, one.On))
            .Concat(account.TransfersIn.Select(one => View(
                account, new(one.Id, "in", one.From, one.IsTaken ? "taken" : "refused", one.Code), one.Value, one.On)))
            .Reverse()
            .OrderByDescending(one => one.On);

    private static string StateOf(OutgoingTransfer transfer) => transfer.State switch
    {
        TransferState.Completed => "done",
        TransferState.Returned => Returned,
        _ => Pending,
    };

    private static TransferView View(Account account, Head head, TransferValue value, LocalDate on) => new(
        head.Id,
        head.Direction,
        AccountKey.Split(head.Other).AccountId,
        head.State,
        head.Code,
        account.Currency.Code,
        value.NetMinor,
        value.CashMinor,
        [
            .. value.Items.Select(item => new TransferItemView(
                item.ItemId,
                item.Number,
                item.Kind.ToCode(),
                item.AmountMinor,
                item.IssuedOn.ToWire(),
                item.DueOn.ToWire())),
        ],
        on.ToWire());

    private sealed record Head(string Id, string Direction, string Other, string State, string? Code);
}
