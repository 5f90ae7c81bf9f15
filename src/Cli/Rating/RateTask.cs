using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs.Settings;
using BillingActors.Domain.Tax.Places;
using NodaTime;

namespace BillingActors.Cli.Rating;

/// <summary>What the command line asks to be rated.</summary>
/// <param name="Tariffs">Files with tariffs; the first one is rated, others may be changed to.</param>
/// <param name="Usage">Files with the usage.</param>
internal sealed record RateTask(ImmutableArray<string> Tariffs, ImmutableArray<string> Usage)
{
    /// <summary>Kind of the usage; null: recognised by its content.</summary>
    public string? UsageFormat { get; init; }

    /// <summary>First day to bill; null: that of the usage.</summary>
    public LocalDate? From { get; init; }

    /// <summary>End day to bill, exclusive; null: that of the usage.</summary>
    public LocalDate? To { get; init; }

    /// <summary>When the first value of a series begins: a day, a local time or an instant.</summary>
    public string? Start { get; init; }

    /// <summary>Minutes of an interval.</summary>
    public int? IntervalMinutes { get; init; }

    /// <summary>Which metering point of the file; null: the only one.</summary>
    public string? ServicePoint { get; init; }

    /// <summary>Bill periods; null: those of the usage, else calendar months.</summary>
    public BillingCalendar? Cycle { get; init; }

    /// <summary>Dials of registers; null: as many as their highest read has.</summary>
    public int? Dials { get; init; }

    /// <summary>Factor of registers.</summary>
    public decimal Multiplier { get; init; } = 1m;

    /// <summary>Zone of local times, and of days where the tariff names none; null: that of the tariff.</summary>
    public DateTimeZone? Zone { get; init; }

    /// <summary>Settings over those of the tariff.</summary>
    public RatingSettings Settings { get; init; } = RatingSettings.Default;

    /// <summary>What decides the taxes; null: the taxes of the tariffs.</summary>
    public TaxStanding? Taxes { get; init; }

    /// <summary>Key of the pseudonyms that stand for persons in the state.</summary>
    public string StateKey { get; init; } = "";

    /// <summary>What earlier bills left behind.</summary>
    public RatingState State { get; init; } = RatingState.Empty;
}
