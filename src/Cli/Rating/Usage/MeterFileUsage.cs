using BillingActors.Domain.Metering;
using BillingActors.Formats;
using BillingActors.Grains.Interfaces.Metering;
using BillingActors.Grains.Mapping;

namespace BillingActors.Cli.Rating.Usage;

/// <summary>Interval days of a file that meter data come in.</summary>
internal sealed class MeterFileUsage(string name) : IUsageReader
{
    private readonly IFileFormat _format = FileFormats.Named(name)!;

    public string Name => name;

    public bool Recognises(UsageHead head) => FileFormats.Recognise(head.Bytes) == _format;

    public async Task<GivenUsage> Read(Stream file, UsageContext context, CancellationToken cancellation)
    {
        var days = new List<ChannelDay>();
        var errors = new List<RatingError>();
        await foreach (var item in _format.Read(file, cancellation))
        {
            if (item.Rejected is { } rejected)
                errors.Add(new RatingError(rejected.Field, rejected.Line, rejected.Rule, rejected.Detail));
            else if (item.Day is { } day)
                days.Add(day);
            else
                errors.Add(new RatingError("record", item.Line, "usage-unsupported", "Only intervals can be rated."));
        }
        if (errors.Count > 0)
            throw UnratableException.Usage(errors);
        var point = PointOf(days, context.Task.ServicePoint);
        days.RemoveAll(day => day.ServicePointId != point);
        var channels = days.GroupBy(static day => (day.Channel, day.Unit, day.Direction)).Select(static same =>
            new Channel(same.Key.Channel, same.Key.Unit, MeterMapping.ToDirection(same.Key.Direction),
                same.First().IntervalMinutes, same.First().OffsetMinutes));
        return MeteredDays.Of([.. days.Select(static day => day.ToDomain("usage"))], channels, context);
    }

    private static string? PointOf(List<ChannelDay> days, string? wanted)
    {
        var points = days.Select(static day => day.ServicePointId).Distinct(StringComparer.Ordinal).ToList();
        if (wanted is null && points.Count <= 1)
            return points.FirstOrDefault();
        if (wanted is not null && points.Contains(wanted, StringComparer.Ordinal))
            return wanted;
        throw UnratableException.Usage(new RatingError("service-point", 0, "service-point-unknown",
            $"Give --service-point one of {string.Join(", ", points.Order(StringComparer.Ordinal))}."));
    }
}
