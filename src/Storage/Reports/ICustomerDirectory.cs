using System.Collections.Immutable;

namespace BillingActors.Storage.Reports;

/// <summary>Customers by what is known of them in clear; everything about them is stored encrypted.</summary>
internal interface ICustomerDirectory
{
    /// <summary>Customers within the scope whose name, phone or e-mail matches.</summary>
    Task<ImmutableArray<CustomerHit>> Find(
        EntityScope scope, string text, int countMax, CancellationToken cancellation);

    /// <summary>Names by customer id; unknown ids are left out.</summary>
    Task<IReadOnlyDictionary<string, string>> Names(
        IReadOnlyCollection<string> customerIds, CancellationToken cancellation);
}
