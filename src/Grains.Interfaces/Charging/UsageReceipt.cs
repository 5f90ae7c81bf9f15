using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Charging;

/// <summary>What became of records.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="Version">Version of the account after them.</param>
/// <param name="RatedCount">How many were rated now.</param>
/// <param name="DuplicateCount">How many had come before.</param>
/// <param name="SetAside">Those that wait for a person, with the reason.</param>
/// <param name="Duplicates">Source and id of those that had come before.</param>
[GenerateSerializer, Immutable, Alias("usage-receipt")]
public sealed record UsageReceipt(
    [property: Id(0)] string EntityId,
    [property: Id(1)] string AccountId,
    [property: Id(2)] long Version,
    [property: Id(3)] int RatedCount,
    [property: Id(4)] int DuplicateCount,
    [property: Id(5)] ImmutableArray<UsageTroubleView> SetAside,
    [property: Id(6)] ImmutableArray<string> Duplicates);
