using System.Collections.Immutable;
using BillingActors.Domain.Charging;

namespace BillingActors.Domain.Tariffs.Settings;

/// <summary>Settings of records that are rated when they come.</summary>
public static class UsageSettings
{
    /// <summary>What becomes of a record whose period is billed.</summary>
    public static readonly Setting<LateUsageRule> Late = Setting.Word(
        "late-usage",
        "A record of calls or events whose period is billed: next-bill puts what it changes on the next bill, as lines"
        + " of the old period; correction sets it aside until the invoice is taken back and made anew.",
        ("next-bill", LateUsageRule.NextBill),
        ("correction", LateUsageRule.Correction));

    /// <summary>All of them.</summary>
    public static ImmutableArray<Setting> All => [Late];
}
