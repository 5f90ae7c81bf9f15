using BillingActors.Domain.Charging;

namespace BillingActors.Storage.Charging;

/// <summary>Records of an account that were kept for its bill.</summary>
/// <param name="AccountKey">The account.</param>
/// <param name="Kept">The records.</param>
public sealed record StoredUsage(string AccountKey, UsageKept Kept);
