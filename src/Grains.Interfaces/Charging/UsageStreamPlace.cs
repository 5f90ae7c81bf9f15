namespace BillingActors.Grains.Interfaces.Charging;

/// <summary>Where a batch stands in a stream.</summary>
/// <param name="Epoch">Epoch.</param>
/// <param name="Partition">Partition.</param>
/// <param name="Row">Row.</param>
/// <param name="Index">Index in the row.</param>
[GenerateSerializer, Immutable, Alias("usage-place-in-stream")]
public sealed record UsageStreamPlace(
    [property: Id(0)] int Epoch,
    [property: Id(1)] int Partition,
    [property: Id(2)] long Row,
    [property: Id(3)] int Index);
