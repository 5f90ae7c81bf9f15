using System.Collections.Immutable;
using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Console.Lists;

/// <summary>The accounts behind a cell of an ageing.</summary>
internal sealed class AgeingCellList(
    IAgeingReports reports, [FromKeyedServices(BillingClock.Key)] TimeProvider clock) : CursorList<AgeingLine>
{
    public override string Name => "ageing-accounts";

    public override (string One, string Many) Noun => ("account", "accounts");

    public override string Permission => Permissions.LedgerRead;

    public override ImmutableArray<ListColumn<AgeingLine>> Columns { get; } =
    [
        new("entity", "Legal entity", row => new CellValue.Text(row.EntityId)) { Width = "120px" },
        new("account", "Account",
            row => new CellValue.Text(row.AccountId, ConsolePath.Account(row.EntityId, row.AccountId)))
        { Width = "170px" },
        new("customer", "Customer", row => new CellValue.Text(row.CustomerName ?? row.CustomerId)),
        new("counted since", "Since", row => new CellValue.Day(row.OldestOn)) { Width = "130px" },
        new("items", "Items", row => new CellValue.Number(row.ItemCount)) { IsNumber = true, Width = "80px" },
        new("currency", "Currency", row => new CellValue.Text(row.Currency)) { IsForFiles = true },
        new("in dispute", "In dispute", row => new CellValue.Amount(row.DisputedMinor, row.Currency))
        { IsNumber = true, Width = "150px" },
        new("open", "Open", row => new CellValue.Amount(row.AmountMinor, row.Currency))
        { IsNumber = true, Width = "150px" },
    ];

    public override string KeyOf(AgeingLine row) => AccountKey.Of(row.EntityId, row.AccountId);

    protected override Task<ImmutableArray<AgeingLine>> ReadAfter(
        Caller caller, ListQuery query, (string Key, int CountMax) after, CancellationToken cancellation) =>
        reports.Lines(
            caller.Scope,
            AgeingWords.Asked(query, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)),
            AgeingWords.Place(query), new AgeingSlice(after.Key, after.CountMax), cancellation);
}
