namespace BillingActors.Domain.Budgets;

/// <summary>A year of a budget plan that is not settled yet.</summary>
/// <param name="Index">Which year, from 0.</param>
/// <param name="ChargedCount">How many instalments were charged in it.</param>
/// <param name="ChargedMinor">What they come to.</param>
/// <param name="ActualMinor">What was billed for its days, tax included.</param>
/// <param name="BilledDays">How many days that was for.</param>
/// <param name="CarriedMinor">What the year before left to be paid; negative where it left a credit.</param>
public sealed record BudgetYear(
    int Index, int ChargedCount, long ChargedMinor, long ActualMinor, int BilledDays, long CarriedMinor)
{
    /// <summary>What is still to be paid for it; negative where too much was charged.</summary>
    public long DifferenceMinor => ActualMinor + CarriedMinor - ChargedMinor;
}
