using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces.Accounts;

namespace BillingActors.Gateway.Api;

/// <summary>
/// Entries of a history that tell about health, need or insolvency: everybody sees that they are there, and only those
/// who may read collections see what they say.
/// </summary>
internal static class SensitiveEntries
{
    /// <summary>The entry as the caller may see it.</summary>
    public static AccountHistoryEntry For(this AccountHistoryEntry entry, Caller caller) =>
        entry.Kind is "collection-block-placed" or "collection-block-lifted" or "service-order-cancelled"
        && !RolePermissions.Allow(caller.Roles, Permissions.CollectionsRead)
            ? entry with { Reason = null, Content = "{}" }
            : entry;
}
