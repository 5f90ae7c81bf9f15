namespace BillingActors.Domain.Metering;

/// <summary>A stream of interval values of a meter.</summary>
/// <param name="Id">Id at the service point, such as "E1".</param>
/// <param name="Unit">Unit of its values, such as "kWh".</param>
/// <param name="Direction">Delivered or received.</param>
/// <param name="IntervalMinutes">Length of an interval: a divisor of 1,440.</param>
/// <param name="OffsetMinutes">The fixed offset from UTC in which the source cuts its days, in minutes.</param>
public sealed record Channel(string Id, string Unit, Direction Direction, int IntervalMinutes, int OffsetMinutes);
