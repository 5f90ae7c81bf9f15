using BillingActors.Domain.Metering;
using BillingActors.Formats;
using BillingActors.Grains.Interfaces.Metering;
using BillingActors.Grains.Mapping;

namespace BillingActors.Cli.Rating.Usage;

/// <summary>Interval days, or reads of registers, of a file that meter data come in.</summary>
internal sealed class MeterFileUsage(string name) : IUsageReader
{
    private readonly IFileFormat _format = FileFormats.Named(name)!;

    public string Name => name;

    public bool Recognises(UsageHead head) => FileFormats.Recognise(head.Bytes) == _format;

    public async Task<GivenUsage> Read(Stream file, UsageContext context, CancellationToken cancellation)
    {
        var days = new List<ChannelDay>();
        var reads = new List<MeterRead>();
        var errors = new List<RatingError>();
        await foreach (var item in _format.Read(file, cancellation))
        {
            if (item.Rejected is { } rejected)
                errors.Add(new RatingError(rejected.Field, rejected.Line, rejected.Rule, rejected.Detail));
            else if (item.Day is { } day)
                days.Add(day);
            else if (item.Read is { } read)
                reads.Add(read);
            else
                errors.Add(new RatingError("record", item.Line, "usage-unsupported", "This is no usage."));
        }
        if (errors.Count > 0)
            throw UnratableException.Usage(errors);
        if (reads.Count > 0 && days.Count > 0)
            throw UnratableException.Usage(new RatingError("", 0, "usage-mixed", "Reads and intervals do not mix."));
        var points = days.Select(static day => day.ServicePointId)
            .Concat(reads.Select(static read => read.ServicePointId));
        var point = PointOf(points, context.Task.ServicePoint);
        if (reads.Count > 0)
            return RegisterReads.Of(reads.FindAll(read => read.ServicePointId == point), context.Task);
        days.RemoveAll(day => day.ServicePointId != point);
        var channels = days.GroupBy(static day => (day.Channel, day.Unit, day.Direction)).Select(static same =>
            new Channel(same.Key.Channel, same.Key.Unit, MeterMapping.ToDirection(same.Key.Direction),
                same.First().IntervalMinutes, same.First().OffsetMinutes));
        return MeteredDays.Of([.. days.Select(static day => day.ToDomain("usage"))], channels, context);
    }

    private static string? PointOf(IEnumerable<string> given, string? wanted)
    {
        var points = given.Distinct(StringComparer.Ordinal).ToList();
        if (wanted is null && points.Count <= 1)
            return points.FirstOrDefault();
        if (wanted is not null && points.Contains(wanted, StringComparer.Ordinal))
            return wanted;
        throw UnratableException.Usage(new RatingError("service-point", 0, "service-point-unknown",
            $"Give --service-point one of {string.Join(", ", points.Order(StringComparer.Ordinal))}."));
    }
}
