using System.Text.Json.Serialization;

namespace BillingActors.Grains.Interfaces.Accounts;

/// <summary>Changes the cycle or the terms of an account.</summary>
/// <param name="CycleId">Bill cycle from now on.</param>
/// <param name="TermsDays">Days from issue to due date, 0 to 365.</param>
[GenerateSerializer, Immutable, Alias("change-profile")]
public sealed record ChangeProfile(
    [property: Id(0)] string CycleId,
    [property: Id(1)] int TermsDays)
{
    /// <summary>
    /// The version the change was decided on; null where the caller does not mind. It comes in a header and says when
    /// the command holds, not what it does, so it is no part of the body nor of the request hash.
    /// </summary>
    [Id(2), JsonIgnore]
    public long? ExpectedVersion { get; init; }
}
