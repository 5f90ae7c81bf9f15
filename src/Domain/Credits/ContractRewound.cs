using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Charging;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.State;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Credits;

/// <summary>A contract that stands where it stood before an invoice: the days of the invoice are not billed.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="Period">The days that are not billed any more.</param>
/// <param name="BilledThrough">Everything before this day is billed; null: nothing is.</param>
/// <param name="Positions">What each register was billed up to.</param>
/// <param name="History">Use that was billed before.</param>
public sealed record ContractRewound(
    string ContractId,
    Period Period,
    LocalDate? BilledThrough,
    ImmutableArray<RegisterPosition> Positions,
    ImmutableArray<BilledUse> History)
{
    /// <summary>What the bills before left for the next; null: nothing.</summary>
    public RatingState? State { get; init; }

    /// <summary>Records of older periods that the invoice billed and that wait again; null: none.</summary>
    public ImmutableArray<LateUsage>? Late { get; init; }

    /// <summary>The contract as it stood before the invoice that billed the period.</summary>
    public static ContractRewound Of(Contract before, Period period) =>
        new(before.Id, period, before.BilledThrough, before.Positions, before.History)
        {
            State = before.State,
            Late = before.Usage is { Late: { IsEmpty: false } late } ? late : null,
        };
}
