using System.Collections.Immutable;

namespace BillingActors.Domain.Tariffs.Events;

/// <summary>A price for usage that is reported as events.</summary>
/// <param name="Head">Code, text, tax category and days.</param>
/// <param name="Event">Name of the events; null: all.</param>
/// <param name="Aggregation">How they become one quantity.</param>
/// <param name="Field">"quantity", "amount" or the name of a property.</param>
/// <param name="Unit">Unit of the quantity on the bill.</param>
/// <param name="Price">How the quantity is priced.</param>
/// <param name="Billing">Whether a line is for the period or for one event.</param>
/// <param name="Filters">Which events count; all filters must agree.</param>
/// <param name="GroupBy">Properties whose values are counted and priced apart; empty: all together.</param>
public sealed record EventCharge(
    ChargeHead Head,
    string? Event,
    EventAggregation Aggregation,
    string Field,
    string Unit,
    PriceModel Price,
    EventBilling Billing,
    ImmutableArray<EventFilter> Filters,
    ImmutableArray<string> GroupBy) : Charge(Head)
{
    /// <summary>The property that names the period of the calendar an event happened in.</summary>
    public const string Period = "period";

    /// <summary>Id of the calendar whose periods are a property of the events; null: of none.</summary>
    public string? Calendar { get; init; }

    /// <summary>The field that is taken of an event without a number in the other; null: it is held.</summary>
    public string? FieldElse { get; init; }

    /// <summary>How the quantity is billed; null: as it was reported.</summary>
    public EventCounting? Counting { get; init; }

    /// <summary>How the value of each event counts, before they become one quantity; null: as reported.</summary>
    public EventCounting? Each { get; init; }

    /// <summary>Percentage of the events that the billed value is not below; for a percentile.</summary>
    public decimal? Percentile { get; init; }

    /// <summary>Whether what the events before the period came to goes on in it.</summary>
    public bool IsLevel => Aggregation is EventAggregation.WeightedSum or EventAggregation.ProratedSum
        or EventAggregation.RunningSum or EventAggregation.RunningUnique or EventAggregation.ProratedUnique;
}
