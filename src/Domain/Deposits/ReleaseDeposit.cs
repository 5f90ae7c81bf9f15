using NodaTime;

namespace BillingActors.Domain.Deposits;

/// <summary>Gives a deposit back by hand, or takes it for what is overdue.</summary>
/// <param name="ReleaseId">Id of the release.</param>
/// <param name="DepositId">The deposit.</param>
/// <param name="AmountMinor">How much; null: all that is held, or all that is overdue.</param>
/// <param name="Cause">By hand, or for arrears.</param>
/// <param name="On">The day.</param>
public sealed record ReleaseDeposit(
    string ReleaseId, string DepositId, long? AmountMinor, DepositCause Cause, LocalDate On);
