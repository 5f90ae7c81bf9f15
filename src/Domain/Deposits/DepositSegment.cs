using NodaTime;

namespace BillingActors.Domain.Deposits;

/// <summary>
/// Days on which so much was held and no interest is credited for; negative where a change was booked back to days that
/// are credited already.
/// </summary>
/// <param name="From">First day.</param>
/// <param name="Until">End day, exclusive.</param>
/// <param name="PrincipalMinor">What was held.</param>
public sealed record DepositSegment(LocalDate From, LocalDate Until, long PrincipalMinor);
