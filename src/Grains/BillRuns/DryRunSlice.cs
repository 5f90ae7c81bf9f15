using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Grains.Interfaces.Worklists;

namespace BillingActors.Grains.BillRuns;

/// <summary>What a slice of a dry run found; nothing of it is stored.</summary>
/// <param name="Cursor">Where to go on.</param>
/// <param name="IsDone">Whether the partition is complete.</param>
/// <param name="Worked">Accounts looked at.</param>
/// <param name="NothingDue">Accounts without anything to bill.</param>
/// <param name="Calculated">Accounts that could be billed.</param>
/// <param name="NetMinor">Their net.</param>
/// <param name="TaxMinor">Their tax.</param>
/// <param name="Totals">By tariff and tax.</param>
/// <param name="Held">Accounts that would be held, as worklist rows without an id.</param>
[GenerateSerializer, Immutable, Alias("dry-run-slice")]
internal sealed record DryRunSlice(
    [property: Id(0)] string Cursor,
    [property: Id(1)] bool IsDone,
    [property: Id(2)] long Worked,
    [property: Id(3)] long NothingDue,
    [property: Id(4)] long Calculated,
    [property: Id(5)] long NetMinor,
    [property: Id(6)] long TaxMinor,
    [property: Id(7)] ImmutableArray<RunTotal> Totals,
    [property: Id(8)] ImmutableArray<WorklistRow> Held);
