using NodaTime;

namespace BillingActors.Domain.Metering;

/// <summary>What somebody read off a register.</summary>
/// <param name="Register">Register at the service point.</param>
/// <param name="MeterSerial">The meter; null: the one that is there and has the register.</param>
/// <param name="On">Day of the read.</param>
/// <param name="Value">The dials as an integer: 10^-scale of a unit each.</param>
/// <param name="Scale">Decimals of the value, 0 to 9.</param>
/// <param name="Quality">Whether the house or the customer read it.</param>
/// <param name="Kind">Why it was read.</param>
public sealed record TakenRead(
    string Register, string? MeterSerial, LocalDate On, long Value, int Scale, ReadQuality Quality, ReadKind Kind);
