using NodaTime;

namespace BillingActors.Domain.Ratios;

/// <summary>Undecided disputes that were opened, and must be decided, on the same days.</summary>
/// <param name="OpenedOn">Opened.</param>
/// <param name="DueOn">To be decided.</param>
/// <param name="Count">How many.</param>
/// <param name="AmountMinor">What is in dispute, in minor units.</param>
public sealed record DisputeAge(LocalDate OpenedOn, LocalDate DueOn, long Count, long AmountMinor);
