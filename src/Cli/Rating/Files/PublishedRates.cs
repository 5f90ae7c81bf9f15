using BillingActors.Cli.Rating.Usage;
using BillingActors.Domain.Tariffs.Settings;
using BillingActors.Formats.Urdb;
using NodaTime;

namespace BillingActors.Cli.Rating.Files;

/// <summary>How published rates are read for a rating, by what the command says and the usage has.</summary>
internal static class PublishedRates
{
    private const int AnyYear = 2001;
    private const int MinutesPerHour = 60;

    /// <summary>A setting the command gives that concerns published rates only; null: none.</summary>
    public static string? GivenSetting(RateTask task) => PublishedRateSettings.All
        .Select(static setting => setting.Name).FirstOrDefault(task.Settings.Given.ContainsKey);

    /// <summary>Before the usage is read: enough to know what the rate looks at.</summary>
    public static UrdbOptions Unread(RateTask task) => UrdbOptions.Default with
    {
        // Dates of a published rate say when it was in force, not what may be compared with it.
        KeepDates = false,
        Generation = task.Settings.Of(PublishedRateSettings.Generation) switch
        {
            PublishedGeneration.None => UrdbGenerationRule.None,
            PublishedGeneration.EnergyBank => UrdbGenerationRule.EnergyBank,
            PublishedGeneration.MoneyBank => UrdbGenerationRule.MoneyBank,
            PublishedGeneration.FeedIn => UrdbGenerationRule.FeedIn,
            _ => UrdbGenerationRule.AsPublished,
        },
        WithPeakEvents = !task.Settings.Of(MeteredSettings.PeakEvents).IsEmpty,
        FeedInPrice = task.Settings.Of(PublishedRateSettings.FeedInPrice),
        PriceYears = new UrdbPriceYears(AnyYear, AnyYear, DateTimeZone.Utc.Id),
    };

    /// <summary>For usage that was read.</summary>
    public static UrdbOptions For(GivenUsage usage, UsageContext context)
    {
        var (task, days) = (context.Task, usage.Covered);
        var from = task.From ?? days?.From ?? new LocalDate(AnyYear, 1, 1);
        var until = task.To ?? days?.Until ?? from.PlusDays(1);
        return Unread(task) with
        {
            WithGeneration = usage.HasExport,
            WithReactivePower = usage.HasReactive,
            DemandWindowMinutes = WindowOf(usage.LongestInterval),
            PriceYears = new UrdbPriceYears(from.Year, until.PlusDays(-1).Year, StandardZone(from.Year, context)),
        };
    }

    // A rate that tells no window bills the demand that the load can show.
    private static int WindowOf(int interval)
    {
        var usual = UrdbOptions.Default.DemandWindowMinutes;
        return interval > usual && MinutesPerHour % interval == 0 ? interval : usual;
    }

    // Hours of a year without dates go on evenly from its beginning, whatever clocks do.
    private static string StandardZone(int year, UsageContext context) => DateTimeZone.ForOffset(
        context.DayZone.AtStartOfDay(new LocalDate(year, 1, 1)).Offset).Id;
}
