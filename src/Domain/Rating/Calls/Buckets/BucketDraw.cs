using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Calls.Buckets;

namespace BillingActors.Domain.Rating.Calls.Buckets;

/// <summary>A balance a call may draw from.</summary>
/// <param name="Rule">Its allowance.</param>
/// <param name="Holding">The balance.</param>
/// <param name="Calendar">The calendar of its hours, or null.</param>
/// <param name="IsPerCall">Whether it counts calls, so that one unit covers a whole one.</param>
internal readonly record struct BucketDraw(
    BucketRule Rule, Holding Holding, TimeOfUseCalendar? Calendar, bool IsPerCall);
