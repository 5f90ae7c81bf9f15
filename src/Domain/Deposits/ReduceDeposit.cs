using NodaTime;

namespace BillingActors.Domain.Deposits;

/// <summary>Asks for less of a deposit than was decided; what is paid already is released instead.</summary>
/// <param name="ReductionId">Id of the reduction.</param>
/// <param name="DepositId">The deposit.</param>
/// <param name="AmountMinor">What it comes to from now on; 0 cancels it.</param>
/// <param name="On">The day.</param>
public sealed record ReduceDeposit(string ReductionId, string DepositId, long AmountMinor, LocalDate On);
