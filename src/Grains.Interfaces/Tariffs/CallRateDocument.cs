using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>What calls to a destination cost: one price with increments, or steps.</summary>
/// <param name="Destination">Name of the destination; absent: the rate is for its prefix alone.</param>
/// <param name="Prefix">Leading digits of the number; empty fits all. In place of a destination.</param>
/// <param name="Price">Price of a unit, such as a minute; absent: the steps have prices.</param>
/// <param name="FirstIncrement">First increment in seconds, bytes or count; absent: as the others.</param>
/// <param name="Increment">Each further increment; absent: 1.</param>
/// <param name="Steps">Prices by how far the call has come, in place of price and increments.</param>
/// <param name="Connect">Price of a connection, once per session.</param>
/// <param name="Direction">out (default) or in.</param>
/// <param name="Zone">Roaming zone; absent: at home.</param>
/// <param name="Period">Period of the calendar of the charge; absent: all.</param>
/// <param name="Least">Least a call costs that no allowance covers.</param>
/// <param name="Most">Most a single call costs; absent: no limit.</param>
/// <param name="BeyondMost">free (default), disconnect or bill.</param>
/// <param name="Rounding">half (default), up or down, where decimals are given.</param>
/// <param name="Decimals">Decimals the charge of a call is rounded to; absent: as the settings say.</param>
/// <param name="FreeIfShorterThan">A call of less than so many seconds, bytes or count is free; absent: 0.</param>
/// <param name="DurationRounding">up, nearest or down: what an increment counts that is not full; absent: as the
/// setting says.</param>
/// <param name="Attempt">What a call without duration costs, such as one that is not answered, in the place of what the
/// setting zero-duration says, apart from least and allowances and once in a session; absent: as that says.</param>
[GenerateSerializer, Immutable, Alias("tariff-call-rate")]
public sealed record CallRateDocument(
    [property: Id(0)] string? Destination = null,
    [property: Id(1)] string? Prefix = null,
    [property: Id(2)] decimal? Price = null,
    [property: Id(3)] long? FirstIncrement = null,
    [property: Id(4)] long? Increment = null,
    [property: Id(5)] ImmutableArray<CallStepDocument>? Steps = null,
    [property: Id(6)] decimal? Connect = null,
    [property: Id(7), AllowedValues("out", "in")] string Direction = "out",
    [property: Id(8)] string? Zone = null,
    [property: Id(9)] string? Period = null,
    [property: Id(10)] decimal? Least = null,
    [property: Id(11)] decimal? Most = null,
    [property: Id(12), AllowedValues("free", "disconnect", "bill")] string BeyondMost = "free",
    [property: Id(13), AllowedValues("half", "up", "down")] string Rounding = "half",
    [property: Id(14)] int? Decimals = null,
    [property: Id(15)] long? FreeIfShorterThan = null,
    [property: Id(16), AllowedValues("up", "nearest", "down")] string? DurationRounding = null,
    [property: Id(17)] decimal? Attempt = null);
