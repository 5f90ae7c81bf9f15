using BillingActors.Domain.Tariffs.Calls.Buckets;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Grains.Mapping;

/// <summary>Allowances of a tariff document.</summary>
internal static class TariffBucketMapping
{
    public static BucketRule ToDomain(BucketDocument document, string path, TariffReading reading) => new(
        document.Id,
        document.Text,
        document.Unit,
        document.Quantity,
        SpanOf(document.Per, $"{path}/per", reading))
    {
        Days = document.Days ?? 0,
        Priority = document.Priority,
        IsProrated = document.Prorated,
        Rollover = document.Rollover is { } rollover ? new BucketRollover(rollover.Spans, rollover.Most) : null,
        IsPerSubscriber = document.PerSubscriber,
        Members = document.Members ?? [],
        Events = document.Events ?? [],
        Destinations = document.Destinations ?? [],
        Zones = document.Zones ?? [],
        Calendar = document.Calendar,
        Periods = document.Periods ?? [],
        Increment = document.Increment,
        CoversConnect = document.CoversConnect,
        IsStrict = document.Strict,
        MayGoBelowZero = document.AllowNegative,
        Charge = document.Charge,
    };

    private static BucketSpan SpanOf(string text, string path, TariffReading reading) =>
        reading.Word(text, path, "period, days, day, week, month or once", text switch
        {
            "period" => BucketSpan.Period,
            "days" => BucketSpan.Days,
            "day" => BucketSpan.Day,
            "week" => BucketSpan.Week,
            "month" => BucketSpan.Month,
            "once" => BucketSpan.Once,
            _ => (BucketSpan?)null,
        });
}
