using NodaTime;

namespace BillingActors.Domain.Collectives;

/// <summary>The end of an account's paying for others.</summary>
/// <param name="On">Since when it takes no new children.</param>
/// <param name="SuccessorId">The account its children move to; null: they pay their bills themselves again.</param>
/// <param name="IsDone">Whether no child is left.</param>
public sealed record CollectiveEnd(LocalDate On, string? SuccessorId, bool IsDone = false);
