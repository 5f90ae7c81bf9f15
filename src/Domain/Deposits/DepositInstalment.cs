using NodaTime;

namespace BillingActors.Domain.Deposits;

/// <summary>A part of a deposit, an open item of its own.</summary>
public sealed record DepositInstalment(string ItemId, LocalDate DueOn, long AmountMinor);
