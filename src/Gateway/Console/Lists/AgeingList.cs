using System.Collections.Immutable;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Console.Readings;
using BillingActors.Grains.Interfaces;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Console.Lists;

/// <summary>What is open by its age, a row per group and currency.</summary>
internal sealed class AgeingList(
    IAgeingReports reports, PastAgeing past, [FromKeyedServices(BillingClock.Key)] TimeProvider clock)
    : CursorList<AgeingRow>
{
    public override string Name => "ageing";

    public override (string One, string Many) Noun => ("row", "rows");

    public override string Permission => Permissions.LedgerRead;

    public override ImmutableArray<ListColumn<AgeingRow>> Columns { get; } =
    [
        new("group", "Group", row => new CellValue.Text(row.Group)) { IsKey = true },
        new("currency", "Currency", row => new CellValue.Text(row.Currency)),
        .. Enum.GetValues<AgeingBucket>().Select(bucket => new ListColumn<AgeingRow>(
            AgeingWords.Of(bucket).ToLowerInvariant(), AgeingWords.Of(bucket),
            row => new CellValue.Amount(row.In(bucket), row.Currency)) { IsMoney = true }),
        new("owed in all", "Owed in all", row => new CellValue.Amount(row.TotalMinor, row.Currency))
        { IsMoney = true },
        new("of it in dispute", "In dispute", row => new CellValue.Amount(row.DisputedMinor, row.Currency))
        { IsMoney = true },
    ];

    /// <summary>The day it is for the business.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public override string KeyOf(AgeingRow row) => row.Currency + "/" + row.Group;

    /// <summary>All rows; there are as many as there are groups.</summary>
    public async Task<ImmutableArray<AgeingRow>> Rows(
        Caller caller, ListQuery query, CancellationToken cancellation)
    {
        var asked = AgeingWords.Asked(query, Today);
        return AgeingRow.Of(asked.On < Today
            ? await past.Cells(caller, asked, cancellation)
            : await reports.Cells(caller.Scope, asked, cancellation));
    }

    protected override async Task<ImmutableArray<AgeingRow>> ReadAfter(
        Caller caller, ListQuery query, (string Key, int CountMax) after, CancellationToken cancellation) =>
    [
        .. (await Rows(caller, query, cancellation))
            .Where(row => string.CompareOrdinal(KeyOf(row), after.Key) > 0).Take(after.CountMax),
    ];

    protected override async Task<ImmutableArray<AgeingRow>> ReadLast(
        Caller caller, ListQuery query, int countMax, CancellationToken cancellation) =>
        [.. (await Rows(caller, query, cancellation)).TakeLast(countMax)];
}
