using System.Collections.Immutable;

namespace BillingActors.Domain.Collections;

/// <summary>A fee or interest that was charged, and what was waived of it.</summary>
public sealed record ChargedFee(string ItemId, string Kind, ImmutableArray<Waiver> Waivers);
