namespace BillingActors.Grains.Interfaces.Metering;

/// <summary>A register read, with the read before it where the source repeats it.</summary>
/// <param name="ServicePointId">Market identifier of the service point.</param>
/// <param name="Register">Register at the service point.</param>
/// <param name="MeterSerial">The meter that was read; empty where the source names none.</param>
/// <param name="Unit">Unit of the quantity, canonical spelling.</param>
/// <param name="Direction">import or export.</param>
/// <param name="PreviousOn">Day of the read before, if given.</param>
/// <param name="PreviousValue">What it showed, 10^-scale, if given.</param>
/// <param name="PreviousQuality">Its quality, if given.</param>
/// <param name="On">Day of the read.</param>
/// <param name="Value">The dials as an integer, 10^-scale of a unit each.</param>
/// <param name="Scale">Decimals of value, previous value and quantity, 0 to 9.</param>
/// <param name="Quality">
/// actual, customer, estimated, substituted, final-substituted, forward-estimate or missing.
/// </param>
/// <param name="Kind">scheduled, special, install or final.</param>
/// <param name="Quantity">What the source says was used between the two reads, 10^-scale, if given.</param>
/// <param name="Method">The provider's method code, if any.</param>
/// <param name="Reason">The provider's reason code, if any.</param>
/// <param name="UpdatedAt">When the source says it last changed this read, if it says so.</param>
/// <param name="Line">Line of the file, from 1.</param>
[GenerateSerializer, Immutable, Alias("meter-read")]
public sealed record MeterRead(
    [property: Id(0)] string ServicePointId,
    [property: Id(1)] string Register,
    [property: Id(2)] string MeterSerial,
    [property: Id(3)] string Unit,
    [property: Id(4)] string Direction,
    [property: Id(5)] DateOnly? PreviousOn,
    [property: Id(6)] long? PreviousValue,
    [property: Id(7)] string? PreviousQuality,
    [property: Id(8)] DateOnly On,
    [property: Id(9)] long Value,
    [property: Id(10)] int Scale,
    [property: Id(11)] string Quality,
    [property: Id(12)] string Kind,
    [property: Id(13)] long? Quantity,
    [property: Id(14)] string? Method,
    [property: Id(15)] string? Reason,
    [property: Id(16)] DateTimeOffset? UpdatedAt,
    [property: Id(17)] int Line);
