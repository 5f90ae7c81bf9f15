using NodaTime;

namespace BillingActors.Storage.Charging;

/// <summary>Keys of records of a period that a commit billed.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="PeriodFrom">First day of the bill period.</param>
/// <param name="Keys">The keys.</param>
internal sealed record UsageKeyRow(string ContractId, LocalDate PeriodFrom, byte[] Keys);
