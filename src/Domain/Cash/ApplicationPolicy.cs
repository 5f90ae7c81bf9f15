using System.Collections.Immutable;

namespace BillingActors.Domain.Cash;

/// <summary>How a legal entity sets money against what is owed.</summary>
/// <param name="Rules">Rules, in their order; the first that fits wins.</param>
/// <param name="AreCostsFirst">Whether fees and then interest come before everything else.</param>
/// <param name="Tolerance">Differences that are let go, in the account's currency.</param>
public sealed record ApplicationPolicy(
    ImmutableArray<ApplicationRule> Rules, bool AreCostsFirst, Tolerance Tolerance)
{
    /// <summary>All rules in their usual order; nothing is let go.</summary>
    public static ApplicationPolicy Usual { get; } = new(
        [
            ApplicationRule.ExactItem, ApplicationRule.ClearAccount, ApplicationRule.ClearPastDue,
            ApplicationRule.OldestFirst,
        ],
        AreCostsFirst: false,
        Tolerance.None);
}
