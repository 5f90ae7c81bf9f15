namespace BillingActors.Comparison;

/// <summary>A call of an account.</summary>
/// <param name="Id">Its id; the same call again counts once.</param>
/// <param name="At">When it began.</param>
/// <param name="To">Who was called.</param>
/// <param name="Seconds">How long it took.</param>
[GenerateSerializer, Immutable, Alias("comparison-call")]
public sealed record Call(
    [property: Id(0)] string Id,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] string To,
    [property: Id(3)] int Seconds);
