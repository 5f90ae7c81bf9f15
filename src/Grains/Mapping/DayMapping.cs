using NodaTime;

namespace BillingActors.Grains.Mapping;

/// <summary>Days and instants, wire ↔ domain.</summary>
internal static class DayMapping
{
    public static LocalDate ToDomain(this DateOnly day) => LocalDate.FromDateOnly(day);

    public static LocalDate? ToDomain(this DateOnly? day) => day is { } d ? LocalDate.FromDateOnly(d) : null;

    public static DateOnly ToWire(this LocalDate day) => day.ToDateOnly();

    public static DateOnly? ToWire(this LocalDate? day) => day?.ToDateOnly();
}
