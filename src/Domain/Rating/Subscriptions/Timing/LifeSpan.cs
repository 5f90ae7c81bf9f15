using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Rating.Subscriptions.Timing;

/// <summary>A part of a life in which nothing changes.</summary>
/// <param name="From">Start.</param>
/// <param name="Until">End, exclusive; open for the last one.</param>
/// <param name="Phase">Whether charges run.</param>
/// <param name="Tariff">Id of the tariff.</param>
/// <param name="Quantity">Quantity of items without their own.</param>
/// <param name="Quantities">Quantities by item.</param>
/// <param name="AnchoredFrom">Day from which its periods are counted.</param>
/// <param name="BillingDay">Day of the month on which they begin, if one was chosen.</param>
internal sealed record LifeSpan(
    LocalDateTime From,
    LocalDateTime Until,
    LifePhase Phase,
    string Tariff,
    decimal Quantity,
    ImmutableSortedDictionary<string, decimal> Quantities,
    LocalDate AnchoredFrom,
    int? BillingDay)
{
    /// <summary>Time of day at which its periods begin.</summary>
    public LocalTime Boundary { get; init; } = LocalTime.Midnight;

    /// <summary>The day whose periods hold the time, where these begin later than at midnight.</summary>
    public LocalDate DayOf(LocalDateTime time) => time.PlusTicks(-Boundary.TickOfDay).Date;

    /// <summary>The same with periods that are counted from the time on.</summary>
    public LifeSpan AnchoredAt(LocalDateTime at, LocalTime boundary) =>
        this with { AnchoredFrom = at.Date, BillingDay = null, Boundary = boundary };

    /// <summary>The quantity of an item; a charge of the contract itself counts once.</summary>
    public decimal QuantityOf(string? item) => item is null ? 1m : Quantities.GetValueOrDefault(item, Quantity);
}
