using System.Collections.Immutable;

namespace BillingActors.Domain.Collections;

/// <summary>Interest on one item: rounded once, over all its parts.</summary>
public sealed record InterestLine(
    string ItemId, string Number, ImmutableArray<InterestPart> Parts, long AmountMinor);
