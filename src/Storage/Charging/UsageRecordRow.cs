using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Storage.Charging;

/// <summary>Records of one contract and bill period that came together.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="Period">The bill period.</param>
/// <param name="IsLate">Whether the period was billed when they came.</param>
/// <param name="Version">Version of the account at which they came.</param>
/// <param name="Count">How many they are.</param>
/// <param name="Payload">The records, sealed.</param>
public sealed record UsageRecordRow(
    string ContractId, Period Period, bool IsLate, long Version, int Count, byte[] Payload);
