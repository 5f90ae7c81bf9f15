using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>An allowance that calls, data and messages draw from.</summary>
/// <param name="Id">Id within the version.</param>
/// <param name="Text">What the customer reads.</param>
/// <param name="Unit">second, minute, hour, byte, kB, MB, GB, KiB, MiB, GiB, count, or the currency.</param>
/// <param name="Quantity">What is granted each time.</param>
/// <param name="Per">period (default), days, day, week, month or once.</param>
/// <param name="Days">Days it lasts, where it is granted per days.</param>
/// <param name="Priority">Lower numbers are used first.</param>
/// <param name="Prorated">Whether a part of a span grants only its part by days.</param>
/// <param name="Rollover">What may be used later.</param>
/// <param name="PerSubscriber">Whether each subscriber has one of his own.</param>
/// <param name="Members">Subscribers who may draw from it; absent: all of the contract.</param>
/// <param name="Events">Events it is for; absent: all that fit its unit.</param>
/// <param name="Destinations">Destinations it is for; absent: all but premium ones.</param>
/// <param name="Zones">Zones it is for, "home" for at home; absent: at home only.</param>
/// <param name="Calendar">Calendar of the hours it is for.</param>
/// <param name="Periods">Periods of the calendar.</param>
/// <param name="Increment">What is taken at a time; absent: the increments of the rate.</param>
/// <param name="CoversConnect">Whether the connection is free too.</param>
/// <param name="Strict">Whether a call that it does not cover is set aside.</param>
/// <param name="AllowNegative">Whether a bucket of money may go below zero.</param>
/// <param name="Charge">Code of the fee that grants it.</param>
[GenerateSerializer, Immutable, Alias("tariff-bucket")]
public sealed record BucketDocument(
    [property: Id(0)] string Id,
    [property: Id(1)] string Text,
    [property: Id(2)] string Unit,
    [property: Id(3)] decimal Quantity,
    [property: Id(4), AllowedValues("period", "days", "day", "week", "month", "once")] string Per = "period",
    [property: Id(5)] int? Days = null,
    [property: Id(6)] int Priority = 0,
    [property: Id(7)] bool Prorated = true,
    [property: Id(8)] BucketRolloverDocument? Rollover = null,
    [property: Id(9)] bool PerSubscriber = false,
    [property: Id(10)] ImmutableArray<string>? Members = null,
    [property: Id(11)] ImmutableArray<string>? Events = null,
    [property: Id(12)] ImmutableArray<string>? Destinations = null,
    [property: Id(13)] ImmutableArray<string>? Zones = null,
    [property: Id(14)] string? Calendar = null,
    [property: Id(15)] ImmutableArray<string>? Periods = null,
    [property: Id(16)] long? Increment = null,
    [property: Id(17)] bool CoversConnect = true,
    [property: Id(18)] bool Strict = false,
    [property: Id(19)] bool AllowNegative = false,
    [property: Id(20)] string? Charge = null);
