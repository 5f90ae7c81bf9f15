using NodaTime;

namespace BillingActors.Storage.Accounts;

/// <summary>Who has a service point from when until when.</summary>
/// <param name="ServicePointId">The service point.</param>
/// <param name="AccountKey">"entity/account" that pays for it.</param>
/// <param name="ContractId">The contract of that account.</param>
/// <param name="From">First day.</param>
/// <param name="Until">End day, exclusive; null while the contract runs.</param>
public sealed record Occupancy(
    string ServicePointId, string AccountKey, string ContractId, LocalDate From, LocalDate? Until)
{
    /// <summary>Whether both have a day of the service point in common.</summary>
    public bool Collides(Occupancy other) =>
        ServicePointId == other.ServicePointId
        && (Until is not { } ended || other.From < ended)
        && (other.Until is not { } end || From < end);
}
