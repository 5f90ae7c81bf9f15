namespace BillingActors.Domain.Charging;

/// <summary>A rated part of a batch, with the records it came from.</summary>
/// <param name="Place">Where they belong.</param>
/// <param name="Part">What they come to.</param>
/// <param name="Before">Allowances and connections before them.</param>
/// <param name="Kept">The records.</param>
internal sealed record UsageArrived(UsagePlace Place, UsagePart Part, UsageBalances? Before, UsageKept Kept);
