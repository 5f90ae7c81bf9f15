using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Deposits;

/// <summary>Simple interest on what is held, by the rate of each calendar year.</summary>
/// <param name="Rates">Rates by year, each once; a year without one waits for it.</param>
/// <param name="DayCount">actual-actual, actual365 or actual360.</param>
/// <param name="CreditedOn">Day of the year it is credited on, such as 01-01; null: when the deposit goes back.</param>
/// <param name="DaysMin">Held for fewer days a deposit bears nothing.</param>
[GenerateSerializer, Immutable, Alias("deposit-interest-record")]
public sealed record DepositInterestRecord(
    [property: Id(0)] ImmutableArray<DepositRateRecord> Rates,
    [property: Id(1)] string DayCount = "actual-actual",
    [property: Id(2)] string? CreditedOn = null,
    [property: Id(3)] int DaysMin = 0);
