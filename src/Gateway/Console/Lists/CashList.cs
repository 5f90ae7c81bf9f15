using System.Collections.Immutable;
using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Storage.Cash;

namespace BillingActors.Gateway.Console.Lists;

/// <summary>Money nobody knows the account of.</summary>
internal sealed class CashList(IUnidentifiedCashStore store) : CursorList<UnidentifiedCash>
{
    public override string Name => "unidentified-cash";

    public override (string One, string Many) Noun => ("payment", "payments");

    public override string Permission => Permissions.PaymentsRead;

    public override ImmutableArray<ListColumn<UnidentifiedCash>> Columns { get; } =
    [
        new("receipt", "Receipt", row => new CellValue.Text(row.Payment.ReceiptId)) { IsKey = true },
        new("value day", "Value day", row => new CellValue.Day(row.Payment.ValueOn)) { Width = "130px" },
        new("reference", "Reference", row => new CellValue.Text(row.Payment.Reference)),
        new("named account", "Named", row => new CellValue.Text(row.NamedAccount)) { Width = "130px" },
        new("entity", "Legal entity", row => new CellValue.Text(row.EntityId)) { IsForFiles = true },
        new("method", "Method", row => new CellValue.Word(row.Payment.Method)) { IsForFiles = true },
        new("state", "State", row => new CellValue.Word(row.State)) { IsForFiles = true },
        new("currency", "Currency", row => new CellValue.Text(row.Payment.Currency)) { IsForFiles = true },
        new("amount", "Amount", row => new CellValue.Amount(row.Payment.AmountMinor, row.Payment.Currency))
        { IsMoney = true, Width = "150px" },
    ];

    public override string KeyOf(UnidentifiedCash row) => CashKey.Of(row.EntityId, row.Payment.ReceiptId);

    protected override Task<ImmutableArray<UnidentifiedCash>> ReadAfter(
        Caller caller, ListQuery query, (string Key, int CountMax) after, CancellationToken cancellation) =>
        store.Waiting(caller.Scope, after.Key, after.CountMax, cancellation);

    protected override Task<ImmutableArray<UnidentifiedCash>> ReadLast(
        Caller caller, ListQuery query, int countMax, CancellationToken cancellation) =>
        store.LastWaiting(caller.Scope, countMax, cancellation);
}
