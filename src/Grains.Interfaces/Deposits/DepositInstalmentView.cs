namespace BillingActors.Grains.Interfaces.Deposits;

/// <summary>A part of a deposit.</summary>
/// <param name="ItemId">Its open item.</param>
/// <param name="DueOn">When it is due.</param>
/// <param name="AmountMinor">What was asked for.</param>
/// <param name="OpenMinor">What is to be paid of it.</param>
[GenerateSerializer, Immutable, Alias("deposit-instalment-view")]
public sealed record DepositInstalmentView(
    [property: Id(0)] string ItemId,
    [property: Id(1)] DateOnly DueOn,
    [property: Id(2)] long AmountMinor,
    [property: Id(3)] long OpenMinor);
