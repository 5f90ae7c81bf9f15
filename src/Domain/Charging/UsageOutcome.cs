using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Charging;

/// <summary>What a batch comes to, and what became of each of its records.</summary>
/// <param name="Decision">Events, a refusal, or nothing where all of it came before.</param>
/// <param name="Parts">The records that were rated, to be kept for the bill in the same transaction.</param>
/// <param name="Troubles">Records that were set aside or contradict others, to be shown to a person.</param>
/// <param name="Duplicates">Source and id of those that came before and said the same.</param>
public sealed record UsageOutcome(
    Decision<AccountEvent> Decision,
    ImmutableArray<UsageKept> Parts,
    ImmutableArray<(UsageRecord Record, UsageTrouble Trouble)> Troubles,
    ImmutableArray<string> Duplicates)
{
    /// <summary>How many records came before and said the same.</summary>
    public int DuplicateCount => Duplicates.Length;

    /// <summary>How many records were rated.</summary>
    public int RatedCount => Parts.Sum(static part => part.Records.Length);

    internal static UsageOutcome No(Refusal refusal) => new(refusal, [], [], []);
}
