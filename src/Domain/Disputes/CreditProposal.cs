using NodaTime;

namespace BillingActors.Domain.Disputes;

/// <summary>A credit that somebody wants to give and a second person must agree to.</summary>
public sealed record CreditProposal(long CreditMinor, string RootCause, string ProposedBy, LocalDate On);
