using NodaTime;

namespace BillingActors.Storage.Accounts;

/// <summary>The due work of an account whose disputes, promises, plans and dunning are looked at on a day.</summary>
internal static class DueReview
{
    /// <summary>Kind of the due work.</summary>
    public const string Kind = "collection";

    /// <summary>Noon in UTC: by then the day has begun in every time zone, and none has seen it end.</summary>
    public static Instant At(LocalDate day) => day.At(new LocalTime(12, 0)).InUtc().ToInstant();
}
