using NodaTime;

namespace BillingActors.Storage.Charging;

/// <summary>Which kept records of a contract are wanted.</summary>
/// <param name="AccountKey">The account.</param>
/// <param name="ContractId">The contract.</param>
/// <param name="From">Bill periods that begin on this day or later.</param>
/// <param name="Until">And before this one.</param>
public sealed record UsageRecordQuery(string AccountKey, string ContractId, LocalDate From, LocalDate Until);
