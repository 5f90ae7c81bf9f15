namespace BillingActors.Grains.Interfaces.Transfers;

/// <summary>What the other account said of a transfer, for good.</summary>
/// <param name="Code">Why it was refused; null where it was taken.</param>
[GenerateSerializer, Immutable, Alias("transfer-outcome")]
public sealed record TransferOutcome([property: Id(0)] string? Code);
