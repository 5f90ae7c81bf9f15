using NodaTime;

namespace BillingActors.Domain.Disputes;

/// <summary>Says yes or no to the credit that is proposed; the amount is what the approver saw.</summary>
public sealed record ApproveCredit(string DisputeId, long CreditMinor, bool IsApproved, LocalDate On);
