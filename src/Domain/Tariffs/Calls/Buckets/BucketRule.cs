using System.Collections.Immutable;

namespace BillingActors.Domain.Tariffs.Calls.Buckets;

/// <summary>An allowance of a tariff: what is granted, when, to whom and for what.</summary>
/// <param name="Id">Id, unique in the version; the balance of the state has it.</param>
/// <param name="Text">What the customer reads.</param>
/// <param name="Unit">Name of a unit of calls, data or count, or the currency of the tariff.</param>
/// <param name="Quantity">What is granted each time; zero where it is only topped up from outside.</param>
/// <param name="Span">How often, and for how long.</param>
public sealed record BucketRule(string Id, string Text, string Unit, decimal Quantity, BucketSpan Span)
{
    /// <summary>Days it lasts, for <see cref="BucketSpan.Days"/>.</summary>
    public int Days { get; init; }

    /// <summary>Buckets of a lower number are used first; among equals the one that expires first.</summary>
    public int Priority { get; init; }

    /// <summary>Whether a part of a span grants only its part by days.</summary>
    public bool IsProrated { get; init; } = true;

    /// <summary>What may be used later; null: nothing.</summary>
    public BucketRollover? Rollover { get; init; }

    /// <summary>Whether each subscriber has one of his own; else all, or all members, share it.</summary>
    public bool IsPerSubscriber { get; init; }

    /// <summary>Subscribers who may draw from it; empty: all of the contract.</summary>
    public ImmutableArray<string> Members { get; init; } = [];

    /// <summary>Events it is for; empty: all that fit its unit.</summary>
    public ImmutableArray<string> Events { get; init; } = [];

    /// <summary>Destinations it is for; empty: all but premium ones.</summary>
    public ImmutableArray<string> Destinations { get; init; } = [];

    /// <summary>Zones it is for, "home" for at home; empty: at home only.</summary>
    public ImmutableArray<string> Zones { get; init; } = [];

    /// <summary>Calendar of the hours it is for; null: all hours.</summary>
    public string? Calendar { get; init; }

    /// <summary>Periods of the calendar in which it may be used.</summary>
    public ImmutableArray<string> Periods { get; init; } = [];

    /// <summary>What is taken at a time, in seconds, bytes or count; null: the increments of the rate.</summary>
    public decimal? Increment { get; init; }

    /// <summary>Whether the connection is free too where the first increment is taken from it.</summary>
    public bool CoversConnect { get; init; } = true;

    /// <summary>Whether a call that it does not cover is set aside; else the rest costs money.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Whether a bucket of money may go below zero.</summary>
    public bool MayGoBelowZero { get; init; }

    /// <summary>Code of the fee that grants it: it is granted for the days of that charge; null: always.</summary>
    public string? Charge { get; init; }
}
