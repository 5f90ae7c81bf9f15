using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>Orders that the supply of a contract is switched on again.</summary>
public sealed record OrderReconnection(string OrderId, string ContractId, LocalDate On, bool IsFree);
