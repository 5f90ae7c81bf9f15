using System.Collections.Immutable;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Reports;
using BillingActors.Grains.Interfaces.Reports;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Console.Lists;

/// <summary>Receipts of a legal entity in a currency with a rest that waits for a person, the oldest first.</summary>
internal sealed class UnappliedList(IReceivablesReports reports) : CursorList<UnappliedReceiptRow>
{
    public const string Entity = "entity";
    public const string Currency = "currency";

    public override string Name => "unapplied-cash";

    public override (string One, string Many) Noun => ("receipt", "receipts");

    public override string Permission => Permissions.PaymentsRead;

    public override ImmutableArray<ListColumn<UnappliedReceiptRow>> Columns { get; } =
    [
        new("receipt", "Receipt", row => new CellValue.Text(row.ReceiptId)) { IsKey = true },
        new("account", "Account",
            row => new CellValue.Text(row.AccountId, ConsolePath.Account(row.EntityId, row.AccountId)))
        { Width = "150px" },
        new("entity", "Legal entity", row => new CellValue.Text(row.EntityId)) { IsForFiles = true },
        new("method", "Paid by", row => new CellValue.Word(row.Method)) { IsForFiles = true },
        new("value day", "Value day", row => new CellValue.Day(row.ValueOn)) { Width = "125px" },
        new("currency", "Currency", row => new CellValue.Text(row.Currency)) { IsForFiles = true },
        new("came in", "Came in", row => new CellValue.Amount(row.AmountMinor, row.Currency))
        { IsForFiles = true, IsMoney = true },
        new("left", "Left", row => new CellValue.Amount(row.UnappliedMinor, row.Currency))
        { IsMoney = true, Width = "140px" },
    ];

    public override string KeyOf(UnappliedReceiptRow row) => UnappliedPlace.Write(row);

    /// <summary>
    /// The first receipt behind a place, and behind the last one the first of all; null where none waits.
    /// </summary>
    public async Task<UnappliedReceiptRow?> Next(
        Caller caller, ListQuery query, string after, CancellationToken cancellation) =>
        (await ReadAfter(caller, query, (after, 1), cancellation)).FirstOrDefault()
        ?? (await ReadAfter(caller, query, ("", 1), cancellation)).FirstOrDefault();

    protected override async Task<ImmutableArray<UnappliedReceiptRow>> ReadAfter(
        Caller caller, ListQuery query, (string Key, int CountMax) after, CancellationToken cancellation)
    {
        var filter = FilterOf(query);
        return caller.Scope.Allows(filter.EntityId)
            ? await reports.Unapplied(filter, UnappliedPlace.Read(after.Key), after.CountMax, cancellation)
            : [];
    }

    protected override async Task<ImmutableArray<UnappliedReceiptRow>> ReadLast(
        Caller caller, ListQuery query, int countMax, CancellationToken cancellation)
    {
        var filter = FilterOf(query);
        return caller.Scope.Allows(filter.EntityId)
            ? await reports.LastUnapplied(filter, countMax, cancellation)
            : [];
    }

    private static ReceivablesFilter FilterOf(ListQuery query) =>
        new(query.Filter(Entity) ?? "", query.Filter(Currency) ?? "");
}
