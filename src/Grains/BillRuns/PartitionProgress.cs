namespace BillingActors.Grains.BillRuns;

/// <summary>What a partition did in a slice of time.</summary>
/// <param name="Worked">Accounts looked at.</param>
/// <param name="Billed">Drafts calculated, or invoices issued.</param>
/// <param name="Held">Accounts held.</param>
/// <param name="IsDone">Whether the stage is complete in this partition.</param>
[GenerateSerializer, Immutable, Alias("partition-progress")]
internal sealed record PartitionProgress(
    [property: Id(0)] long Worked,
    [property: Id(1)] long Billed,
    [property: Id(2)] long Held,
    [property: Id(3)] bool IsDone);
