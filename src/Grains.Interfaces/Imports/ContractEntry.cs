namespace BillingActors.Grains.Interfaces.Imports;

/// <summary>
/// One row of the customers and contracts file: customer, account, service point, meter and contract.
/// </summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="CustomerId">Customer.</param>
/// <param name="Name">Name of the person or company.</param>
/// <param name="Email">E-mail address, if any.</param>
/// <param name="Phone">Phone number, if any.</param>
/// <param name="Address">Postal address in one line, if any.</param>
/// <param name="AccountId">Account that pays.</param>
/// <param name="CycleId">Bill cycle of the account.</param>
/// <param name="TermsDays">Days from issue to due date, 0 to 365.</param>
/// <param name="ContractId">Contract.</param>
/// <param name="TariffId">Tariff the contract puts the service point on.</param>
/// <param name="StartsOn">First day of the contract.</param>
/// <param name="EndsOn">Day the contract ends, exclusive, if known.</param>
/// <param name="ServicePointId">Service point.</param>
/// <param name="MeterSerial">Meter at it.</param>
/// <param name="Measure">interval or register.</param>
/// <param name="Channel">Channel or register id, such as "E1".</param>
/// <param name="Unit">Unit, such as kWh.</param>
/// <param name="Direction">import or export.</param>
/// <param name="IntervalMinutes">Interval length of a channel; 0 for a register.</param>
/// <param name="OffsetMinutes">Fixed offset of the channel's days from UTC; 0 for a register.</param>
/// <param name="Digits">Dial digits of a register; 0 for a channel.</param>
/// <param name="Multiplier">Multiplier of a register; 1 for a channel.</param>
/// <param name="Line">Line of the file, from 1.</param>
[GenerateSerializer, Immutable, Alias("contract-entry")]
public sealed record ContractEntry(
    [property: Id(0)] string EntityId,
    [property: Id(1)] string CustomerId,
    [property: Id(2)] string Name,
    [property: Id(3)] string? Email,
    [property: Id(4)] string? Phone,
    [property: Id(5)] string? Address,
    [property: Id(6)] string AccountId,
    [property: Id(7)] string CycleId,
    [property: Id(8)] int TermsDays,
    [property: Id(9)] string ContractId,
    [property: Id(10)] string TariffId,
    [property: Id(11)] DateOnly StartsOn,
    [property: Id(12)] DateOnly? EndsOn,
    [property: Id(13)] string ServicePointId,
    [property: Id(14)] string MeterSerial,
    [property: Id(15)] string Measure,
    [property: Id(16)] string Channel,
    [property: Id(17)] string Unit,
    [property: Id(18)] string Direction,
    [property: Id(19)] int IntervalMinutes,
    [property: Id(20)] int OffsetMinutes,
    [property: Id(21)] int Digits,
    [property: Id(22)] decimal Multiplier,
    [property: Id(23)] int Line);
