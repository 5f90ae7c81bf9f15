using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tariffs;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Oracle.Drawing;

/// <summary>What a row of bills is about, drawn before its charges.</summary>
internal sealed record BillShape(
    Currency Currency, DateTimeZone Zone, Period Cycle, ImmutableArray<TimeOfUseCalendar> Calendars)
{
    public bool IsMetered { get; init; }

    public bool HasDeterminants { get; init; }

    public bool HasNetting { get; init; }

    public bool HasCalls { get; init; }

    public bool HasData { get; init; }

    public bool HasEvents { get; init; }

    public bool HasSubscription { get; init; }

    /// <summary>Whether one version prices all bills of the row.</summary>
    public bool IsOneVersion { get; init; }

    public int IntervalMinutes { get; init; }

    /// <summary>A window that begins where periods and local hours begin, whatever the clock does.</summary>
    public int DemandWindow(Draw draw)
    {
        var most = Zone.Id == "Australia/Lord_Howe" ? 30 : 60;
        int[] windows = [.. new[] { 15, 30, 60 }.Where(one => one >= IntervalMinutes && one <= most)];
        return draw.OneOf(windows.AsSpan());
    }
}
