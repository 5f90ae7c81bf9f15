namespace BillingActors.Storage.Audit;

/// <summary>Who asks for a seal.</summary>
/// <param name="At">When, on the real clock.</param>
/// <param name="ActorId">The person or program.</param>
/// <param name="Source">The door.</param>
/// <param name="RequestId">The request.</param>
public sealed record SealRequest(DateTimeOffset At, string ActorId, string Source, string RequestId);
