using NodaTime;

namespace BillingActors.Domain.Rating;

/// <summary>The read a register was billed up to: the next bill starts from here.</summary>
/// <param name="MeterSerial">The meter.</param>
/// <param name="Register">The register at the service point.</param>
/// <param name="On">Day of that read.</param>
/// <param name="Value">What it showed, 10^-scale of a unit.</param>
/// <param name="Scale">Decimals of the value.</param>
public sealed record RegisterPosition(string MeterSerial, string Register, LocalDate On, long Value, int Scale);
