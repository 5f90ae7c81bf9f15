namespace BillingActors.Grains.Interfaces.MasterData;

/// <summary>A master record to store as a new version.</summary>
/// <param name="Content">The record.</param>
/// <param name="ValidFrom">From which day it holds.</param>
/// <param name="ExpectedVersion">The version it replaces; null for a new record.</param>
[GenerateSerializer, Immutable, Alias("master-put")]
public sealed record MasterPut(
    [property: Id(0)] MasterContent Content,
    [property: Id(1)] DateOnly ValidFrom,
    [property: Id(2)] long? ExpectedVersion);
