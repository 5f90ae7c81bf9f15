namespace BillingActors.Formats.Urdb;

/// <summary>The years for which prices of a year without a date are written out.</summary>
/// <param name="First">First year.</param>
/// <param name="Last">Last year.</param>
/// <param name="Zone">Zone without daylight saving in which their hours are counted, such as "UTC-07".</param>
public sealed record UrdbPriceYears(int First, int Last, string Zone);
