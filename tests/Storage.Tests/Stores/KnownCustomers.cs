using System.Collections.Immutable;
using BillingActors.Storage.Reports;

namespace BillingActors.Storage.Tests.Stores;

/// <summary>
/// Customers whose names are known: every customer bears its id as name, and is found by the word "name-of-" and its
/// id.
/// </summary>
internal sealed class KnownCustomers : ICustomerDirectory
{
    private const string Prefix = "name-of-";

    public Task<ImmutableArray<CustomerHit>> Find(
        EntityScope scope, string text, int countMax, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<CustomerHit>>(
            text.StartsWith(Prefix, StringComparison.Ordinal) ? [new CustomerHit(text[Prefix.Length..], "name")] : []);

    public Task<IReadOnlyDictionary<string, string>> Names(
        IReadOnlyCollection<string> customerIds, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(
            customerIds.ToDictionary(id => id, id => "Name of " + id, StringComparer.Ordinal));
}
