using NodaTime;

namespace BillingActors.Domain.Disputes;

/// <summary>Decides a dispute: a credit of nothing rejects it, one of all that is disputed upholds it.</summary>
public sealed record ResolveDispute(string DisputeId, long CreditMinor, string RootCause, LocalDate On);
