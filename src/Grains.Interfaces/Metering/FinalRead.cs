namespace BillingActors.Grains.Interfaces.Metering;

/// <summary>What a register showed when a customer moved out.</summary>
/// <param name="Register">Register at the service point.</param>
/// <param name="Value">The dials as an integer: 10^-scale of a unit each.</param>
/// <param name="Scale">Decimals of the value, 0 to 9.</param>
/// <param name="On">Day of the read; null: the end day of the contract.</param>
/// <param name="MeterSerial">The meter; null: the one that is there and has the register.</param>
/// <param name="IsByCustomer">Whether the customer read it.</param>
[GenerateSerializer, Immutable, Alias("final-read")]
public sealed record FinalRead(
    [property: Id(0)] string Register,
    [property: Id(1)] long Value,
    [property: Id(2)] int Scale = 0,
    [property: Id(3)] DateOnly? On = null,
    [property: Id(4)] string? MeterSerial = null,
    [property: Id(5)] bool IsByCustomer = false);
