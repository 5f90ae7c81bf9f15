namespace BillingActors.Grains.Interfaces.Cash;

/// <summary>A debit that is to be drawn once more.</summary>
/// <param name="ReceiptId">The receipt that came back.</param>
/// <param name="AmountMinor">How much to draw.</param>
/// <param name="Attempt">Which attempt, from 1.</param>
/// <param name="On">When.</param>
[GenerateSerializer, Immutable, Alias("retry-view")]
public sealed record RetryView(
    [property: Id(0)] string ReceiptId,
    [property: Id(1)] long AmountMinor,
    [property: Id(2)] int Attempt,
    [property: Id(3)] DateOnly On);
