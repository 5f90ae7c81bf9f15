namespace BillingActors.Domain.Metering;

/// <summary>A counter of a meter that is read now and then.</summary>
/// <param name="Id">Id at the service point, such as "11" or "E1".</param>
/// <param name="Unit">Unit of the difference of two reads times the multiplier, such as "kWh".</param>
/// <param name="Direction">Delivered or received.</param>
/// <param name="Digits">Dial digits before the point: the register turns over at 10^digits.</param>
/// <param name="Multiplier">Factor of current and voltage transformers; 1 where there are none.</param>
public sealed record Register(string Id, string Unit, Direction Direction, int Digits, decimal Multiplier);
