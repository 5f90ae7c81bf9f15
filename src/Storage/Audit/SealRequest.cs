namespace BillingActors.Storage.Audit;

/// <summary>Who asks for a seal.</summary>
/// <param name="At">When, on the real clock.</param>
/// <param name="ActorId">The person or program.</param>
/// <param name="Source">The door.</param>
/// <param name="RequestId">The request.</param>
/// <param name="Newest">
/// The newest seal it was decided by, 0 for none: where another one was made since, none is made. Null asks for one in
/// any case.
/// </param>
public sealed record SealRequest(
    DateTimeOffset At, string ActorId, string Source, string RequestId, long? Newest = null);
