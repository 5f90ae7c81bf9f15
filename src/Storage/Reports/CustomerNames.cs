using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Accounts;

namespace BillingActors.Storage.Reports;

/// <summary>Puts the names of customers into rows that name only their ids.</summary>
internal static class CustomerNames
{
    /// <summary>The rows with the names that are known.</summary>
    public static async Task<ImmutableArray<AccountRow>> Named(
        this ICustomerDirectory customers, ImmutableArray<AccountRow> rows, CancellationToken cancellation)
    {
        var names = await customers.Names(
            [.. rows.Select(row => row.CustomerId).Distinct(StringComparer.Ordinal)], cancellation);
        return [.. rows.Select(row => row with { CustomerName = names.GetValueOrDefault(row.CustomerId) })];
    }
}
