namespace BillingActors.Grains.Interfaces.Disputes;

/// <summary>Disputes of one reason, root cause, outcome and currency, counted and summed.</summary>
/// <param name="Reason">Reason.</param>
/// <param name="RootCause">Root cause; null while not decided.</param>
/// <param name="Outcome">Outcome; null while not decided.</param>
/// <param name="Currency">Currency.</param>
/// <param name="Count">How many.</param>
/// <param name="AmountMinor">Disputed.</param>
/// <param name="CreditMinor">Credited.</param>
/// <param name="EscalatedCount">How many were late.</param>
[GenerateSerializer, Immutable, Alias("dispute-statistic")]
public sealed record DisputeStatistic(
    [property: Id(0)] string Reason,
    [property: Id(1)] string? RootCause,
    [property: Id(2)] string? Outcome,
    [property: Id(3)] string Currency,
    [property: Id(4)] long Count,
    [property: Id(5)] long AmountMinor,
    [property: Id(6)] long CreditMinor,
    [property: Id(7)] long EscalatedCount);
