using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>Days on which something is not done: some weekdays, and single days such as holidays.</summary>
public sealed record QuietDays(ImmutableArray<IsoDayOfWeek> Weekdays, ImmutableArray<LocalDate> Days)
{
    /// <summary>No such days.</summary>
    public static QuietDays None { get; } = new([], []);

    /// <summary>Whether the day is one of them.</summary>
    public bool Contains(LocalDate on) => Weekdays.Contains(on.DayOfWeek) || Days.Contains(on);
}
