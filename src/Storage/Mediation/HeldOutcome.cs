using BillingActors.Domain.Primitives;

namespace BillingActors.Storage.Mediation;

/// <summary>What became of a part of a long call.</summary>
/// <param name="Refusal">Why it is not held, or null.</param>
/// <param name="IsNew">
/// Whether it was not there before; the line of a file it came with may be worked off again and stays new.
/// </param>
/// <param name="IsComplete">Whether all parts of its call are there, and nobody has rated it yet.</param>
public sealed record HeldOutcome(Refusal? Refusal, bool IsNew, bool IsComplete);
