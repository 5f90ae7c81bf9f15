using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Calls;
using NodaTime;

namespace BillingActors.Domain.Rating.Calls;

/// <summary>A charge for calls in a piece of the service days.</summary>
/// <param name="Index">Its index in the version.</param>
/// <param name="Charge">The charge.</param>
/// <param name="Calendar">The calendar its rates name, or null.</param>
/// <param name="From">From when on it counts.</param>
/// <param name="Until">Until when.</param>
internal sealed record PieceCharge(
    int Index, Charge.Calls Charge, TimeOfUseCalendar? Calendar, Instant From, Instant Until)
{
    public CallPlan Plan => Charge.Plan;

    /// <summary>What is only counted, by destination; null where no call to it came yet.</summary>
    public PlainCalls?[] Plain { get; } = new PlainCalls?[Charge.Plan.Destinations.Length];
}
