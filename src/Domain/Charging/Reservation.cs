using NodaTime;

namespace BillingActors.Domain.Charging;

/// <summary>An amount set aside for use that goes on.</summary>
/// <param name="Id">Reservation.</param>
/// <param name="ContractId">The contract that uses.</param>
/// <param name="AmountMinor">What was reserved.</param>
/// <param name="LeftMinor">What is left of it.</param>
/// <param name="ExpiresAt">When it ends by itself.</param>
/// <param name="MayExtend">Whether more than was reserved may be taken while the caps allow it.</param>
public sealed record Reservation(
    string Id, string ContractId, long AmountMinor, long LeftMinor, Instant ExpiresAt, bool MayExtend)
{
    /// <summary>Whether it no longer counts.</summary>
    public bool IsExpired(Instant at) => ExpiresAt <= at;
}
