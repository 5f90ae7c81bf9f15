using System.Collections.Immutable;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Console.Readings;
using BillingActors.Grains.Interfaces;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Console.Lists;

/// <summary>The accounts behind a cell of an ageing.</summary>
internal sealed class AgeingCellList(
    IAgeingReports reports, PastAgeing past, [FromKeyedServices(BillingClock.Key)] TimeProvider clock)
    : CursorList<AgeingLine>
{
    public override string Name => "ageing-accounts";

    public override (string One, string Many) Noun => ("account", "accounts");

    public override string Permission => Permissions.LedgerRead;

    public override ImmutableArray<ListColumn<AgeingLine>> Columns { get; } =
    [
        new("entity", "Legal entity", row => new CellValue.Text(row.EntityId)) { Width = "120px" },
        new("account", "Account",
            row => new CellValue.Text(row.AccountId, ConsolePath.Account(row.EntityId, row.AccountId)))
        { IsKey = true, Width = "170px" },
        new("customer", "Customer", row => new CellValue.Text(row.CustomerName ?? row.CustomerId)),
        new("counted since", "Since", row => new CellValue.Day(IsOfBooks(row) ? null : row.OldestOn))
        { Width = "130px" },
        new("items", "Items", row => new CellValue.Number(IsOfBooks(row) ? null : row.ItemCount))
        { IsNumber = true, Width = "80px" },
        new("currency", "Currency", row => new CellValue.Text(row.Currency)) { IsForFiles = true },
        new("in dispute", "In dispute",
            row => new CellValue.Amount(IsOfBooks(row) ? null : row.DisputedMinor, row.Currency))
        { IsMoney = true, Width = "150px" },
        new("open", "Open", row => new CellValue.Amount(row.AmountMinor, row.Currency))
        { IsMoney = true, Width = "150px" },
    ];

    public override string KeyOf(AgeingLine row) => AccountKey.Of(row.EntityId, row.AccountId);

    protected override Task<ImmutableArray<AgeingLine>> ReadAfter(
        Caller caller, ListQuery query, (string Key, int CountMax) after, CancellationToken cancellation) =>
        Read(caller, query, new AgeingSlice(after.Key, after.CountMax), cancellation);

    protected override Task<ImmutableArray<AgeingLine>> ReadLast(
        Caller caller, ListQuery query, int countMax, CancellationToken cancellation) =>
        Read(caller, query, new AgeingSlice("", countMax) { IsLast = true }, cancellation);

    private Task<ImmutableArray<AgeingLine>> Read(
        Caller caller, ListQuery query, AgeingSlice slice, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var (asked, place) = (AgeingWords.Asked(query, today), AgeingWords.Place(query));
        return asked.On < today
            ? past.Lines(caller, asked, place, slice, cancellation)
            : reports.Lines(caller.Scope, asked, place, slice, cancellation);
    }

    // The books of a past day say what was open and not of how many documents.
    private static bool IsOfBooks(AgeingLine row) => row.ItemCount == 0;
}
