using NodaTime;

namespace BillingActors.Domain.Rating.Subscriptions;

/// <summary>The day of a bill and what it may look at.</summary>
/// <param name="On">The day of the bill.</param>
/// <param name="AdvanceBefore">Periods in advance are billed only where they begin before this day.</param>
/// <param name="Cutoff">What ended before this day is closed: it is neither billed nor corrected.</param>
/// <param name="IsLast">Whether nothing is billed after it.</param>
internal sealed record BillMoment(LocalDate On, LocalDate AdvanceBefore, LocalDate Cutoff, bool IsLast);
