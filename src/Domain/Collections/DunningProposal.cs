using System.Collections.Immutable;

namespace BillingActors.Domain.Collections;

/// <summary>What a dunning run would do to an account on a day, or why it would do nothing.</summary>
public sealed record DunningProposal(
    DunningHold Hold, int Level, ImmutableArray<LetterItem> Items, long AskedMinor, long CreditMinor, long FeeMinor);
