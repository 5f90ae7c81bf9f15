using NodaTime;

namespace BillingActors.Domain.Deposits;

/// <summary>Credits the interest of a deposit by hand, before its time.</summary>
/// <param name="DepositId">The deposit.</param>
/// <param name="Until">The day it is counted to, exclusive.</param>
/// <param name="On">The day it is booked.</param>
public sealed record CreditDepositInterest(string DepositId, LocalDate Until, LocalDate On);
