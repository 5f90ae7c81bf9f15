using BillingActors.Domain.Accounts;
using BillingActors.Domain.Tariffs;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Grains.BillRuns;

/// <summary>
/// A number over the data versions of service points and the record versions of tariffs: as long as it is the same, no
/// read and no tariff changed, and nothing has to be read again.
/// </summary>
internal static class Stamp
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static long Of(
        IEnumerable<(Contract Contract, Period Period)> due,
        IReadOnlyDictionary<string, long> dataVersions,
        IReadOnlyDictionary<string, (Tariff Tariff, long Version)> tariffs)
    {
        var hash = Basis;
        foreach (var (contract, _) in due)
        {
            hash = Mix(hash, dataVersions.GetValueOrDefault(contract.ServicePointId));
            foreach (var assigned in contract.Tariffs)
                hash = Mix(hash, tariffs.TryGetValue(assigned.TariffId, out var known) ? known.Version : 0);
        }
        return unchecked((long)hash);
    }

    /// <summary>The stamp with one more version in it.</summary>
    public static long With(long stamp, long version) => unchecked((long)Mix((ulong)stamp, version));

    private static ulong Mix(ulong hash, long value) => unchecked((hash ^ (ulong)value) * Prime);
}
