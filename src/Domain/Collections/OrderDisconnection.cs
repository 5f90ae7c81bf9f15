using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>Orders that the supply of a contract is cut on a day.</summary>
public sealed record OrderDisconnection(string OrderId, string ContractId, LocalDate On, Forecast? Forecast);
