using NodaTime;

namespace BillingActors.Domain.Metering;

/// <summary>What a register showed on a day.</summary>
/// <param name="ServicePointId">Service point.</param>
/// <param name="Register">Register at the service point.</param>
/// <param name="MeterSerial">The meter that was read.</param>
/// <param name="On">Day of the read; use from this read on belongs to this day and later ones.</param>
/// <param name="Value">The dials as an integer: 10^-scale of a unit each.</param>
/// <param name="Scale">Decimals of the value, 0 to 9.</param>
/// <param name="Quality">How good it is.</param>
/// <param name="Kind">Why it was read.</param>
/// <param name="Version">1 for the first delivery; a correction counts up.</param>
/// <param name="Source">Where it came from.</param>
public sealed record RegisterRead(
    string ServicePointId,
    string Register,
    string MeterSerial,
    LocalDate On,
    long Value,
    int Scale,
    ReadQuality Quality,
    ReadKind Kind,
    int Version,
    SourceReference Source);
