namespace BillingActors.Grains.Interfaces.Inquiries;

/// <summary>What a register would have shown on a day, in the place of what it did or where it was not read.</summary>
/// <param name="Register">Register at the service point.</param>
/// <param name="On">Day of the read.</param>
/// <param name="Value">The dials as an integer: 10^-scale of a unit each.</param>
/// <param name="Scale">Decimals of the value, 0 to 9.</param>
/// <param name="MeterSerial">The meter; null: the one that is there and has the register.</param>
/// <param name="IsByCustomer">Whether the customer read it.</param>
[GenerateSerializer, Immutable, Alias("assumed-read")]
public sealed record AssumedRead(
    [property: Id(0)] string Register,
    [property: Id(1)] DateOnly On,
    [property: Id(2)] long Value,
    [property: Id(3)] int Scale = 0,
    [property: Id(4)] string? MeterSerial = null,
    [property: Id(5)] bool IsByCustomer = false);
