using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Collections;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Console.Lists;

/// <summary>Accounts that are dunned or have an arrangement.</summary>
internal sealed class CollectionsList(ICollectionReports reports) : CursorList<CollectionRow>
{
    /// <summary>The filter by the lowest level.</summary>
    public const string Level = "level";

    public override string Name => "collections";

    public override (string One, string Many) Noun => ("account", "accounts");

    public override string Permission => Permissions.CollectionsRead;

    public override ImmutableArray<ListColumn<CollectionRow>> Columns { get; } =
    [
        new("account", "Account",
            row => new CellValue.Text(row.AccountId, ConsolePath.Account(row.EntityId, row.AccountId, "/collection")))
        { IsKey = true, Width = "160px" },
        new("entity", "Legal entity", row => new CellValue.Text(row.EntityId)) { Width = "120px" },
        new("segment", "Segment", row => new CellValue.Text(row.Segment)) { Width = "120px" },
        new("level", "Level", row => new CellValue.Number(row.Level)) { IsNumber = true, Width = "80px" },
        new("letter", "Last letter", row => new CellValue.Day(row.LetterOn)) { Width = "130px" },
        new("blocks", "Blocks", row => new CellValue.Text(Told(row.Blocks))),
        new("promise until", "Promise until", row => new CellValue.Day(row.PromiseOn)) { Width = "130px" },
        new("promised", "Promised", row => new CellValue.Amount(row.PromiseMinor, row.Currency))
        { IsMoney = true, Width = "140px" },
        new("instalment", "Instalment", row => new CellValue.Day(row.PlanOn)) { Width = "130px" },
        new("agency", "Agency", row => new CellValue.Text(row.AgencyId)) { IsForFiles = true },
        new("supply", "Supply", row => new CellValue.Word(row.Supply.Length == 0 ? null : row.Supply))
        { Width = "130px" },
        new("currency", "Currency", row => new CellValue.Text(row.Currency)) { IsForFiles = true },
        new("balance", "Balance", row => new CellValue.Amount(row.BalanceMinor, row.Currency))
        { IsMoney = true, Width = "150px" },
    ];

    public override string KeyOf(CollectionRow row) => AccountKey.Of(row.EntityId, row.AccountId);

    protected override Task<ImmutableArray<CollectionRow>> ReadAfter(
        Caller caller, ListQuery query, (string Key, int CountMax) after, CancellationToken cancellation) =>
        reports.Collections(caller.Scope, LevelOf(query), after.Key, after.CountMax, cancellation);

    protected override Task<ImmutableArray<CollectionRow>> ReadLast(
        Caller caller, ListQuery query, int countMax, CancellationToken cancellation) =>
        reports.LastCollections(caller.Scope, LevelOf(query), countMax, cancellation);

    private static int LevelOf(ListQuery query) =>
        int.TryParse(query.Filter(Level), NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : 0;

    private static string? Told(string blocks) =>
        blocks.Length == 0 ? null : blocks.Replace(",", ", ", StringComparison.Ordinal);
}
