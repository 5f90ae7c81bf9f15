using NodaTime;

namespace BillingActors.Domain.Deposits;

/// <summary>Asks for a deposit, in one part or more.</summary>
/// <param name="DepositId">The deposit.</param>
/// <param name="InstalmentCount">Number of parts; null: as the policy says.</param>
/// <param name="FirstDueOn">When the first is due; null: as the policy says.</param>
/// <param name="On">The day.</param>
public sealed record RequestDeposit(
    string DepositId, int? InstalmentCount, LocalDate? FirstDueOn, LocalDate On);
