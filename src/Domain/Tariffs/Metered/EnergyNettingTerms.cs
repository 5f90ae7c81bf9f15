using System.Collections.Immutable;

namespace BillingActors.Domain.Tariffs.Metered;

/// <summary>Net metering with a bank of energy.</summary>
/// <param name="Meters">What is set against each other.</param>
/// <param name="Calendar">Calendar whose periods are netted each alone; null: all use together.</param>
/// <param name="Groups">Periods that share a bank; empty: as the sharing says.</param>
/// <param name="Sharing">Where a credit may be used; null: as the setting says.</param>
/// <param name="Order">Which periods a shared credit is used for; null: as the setting says.</param>
/// <param name="Bank">How the bank is kept.</param>
public sealed record EnergyNettingTerms(
    NettingMeters Meters,
    string? Calendar,
    ImmutableArray<ImmutableArray<string>> Groups,
    NettingSharing? Sharing,
    NettingOrder? Order,
    BankTerms Bank)
{
    /// <summary>What becomes of delivery beyond the use of a period; null: as the setting says.</summary>
    public NettingExcess? Excess { get; init; }

    /// <summary>What becomes of the bank of a period without hours in a bill; null: as the setting says.</summary>
    public NettingSeason? Season { get; init; }
}
