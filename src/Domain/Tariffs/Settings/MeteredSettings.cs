using System.Collections.Immutable;

namespace BillingActors.Domain.Tariffs.Settings;

/// <summary>Settings of metered charges: electricity, gas, water, heat.</summary>
public static class MeteredSettings
{
    /// <summary>How a part of a bill period counts.</summary>
    public static readonly Setting<FixedProration> Proration = Setting.Word(
        "proration",
        "How a part of a bill period counts for charges and allowances per month: actual-days takes its days of the"
        + " days of the period; thirty-day-month takes its days of 30; whole takes a begun month as a whole one.",
        ("actual-days", FixedProration.ActualDays),
        ("thirty-day-month", FixedProration.ThirtyDayMonth),
        ("whole", FixedProration.Whole));

    /// <summary>All of them.</summary>
    public static ImmutableArray<Setting> All => [Proration];
}
