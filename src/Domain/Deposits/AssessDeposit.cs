using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Deposits;

/// <summary>Decides how much a customer deposits, by hand or by policy.</summary>
/// <param name="DepositId">Deposit; unique in its account.</param>
/// <param name="AmountMinor">The amount by hand; null: by policy.</param>
/// <param name="MonthlyMinor">An estimate of a month's bill, for a customer without bills; else null.</param>
/// <param name="Bills">The bills of the last year.</param>
/// <param name="On">The day.</param>
public sealed record AssessDeposit(
    string DepositId, long? AmountMinor, long? MonthlyMinor, ImmutableArray<BilledMonths> Bills, LocalDate On);
