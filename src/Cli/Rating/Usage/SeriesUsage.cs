using System.Globalization;
using BillingActors.Cli.Rating.Text;
using NodaTime;

namespace BillingActors.Cli.Rating.Usage;

/// <summary>Values one after the other, from a start on: one per line, or several named columns.</summary>
internal sealed class SeriesUsage : IUsageReader
{
    private const string OnlyColumn = "usage";

    // How tables write that there is no number.
    private static readonly string[] Nothing = ["NaN", "NA", "N/A", "null", "None", "Inf", "Infinity"];

    public string Name => "series";

    public bool Recognises(UsageHead head) => !head.IsJson && head.HasNumbers;

    public Task<GivenUsage> Read(Stream file, UsageContext context, CancellationToken cancellation)
    {
        if (context.Task.Start is not { } start || context.Task.IntervalMinutes is not { } minutes)
            throw new UsageException("A series needs --start and --interval.");
        if (LocalTimes.Read(start, context.TimeZone, out _, out var detail) is not { } times)
            throw new UsageException($"--start: {detail}");
        using var text = new StreamReader(file, leaveOpen: true);
        var reading = new Reading(context, times.Earlier, minutes);
        foreach (var (line, fields) in CsvLines.Of(text))
            reading.Take(line, fields);
        return Task.FromResult(reading.Finish());
    }

    private sealed class Reading(UsageContext context, Instant start, int minutes)
    {
        private readonly List<RatingError> _errors = [];
        private List<ChannelDraft>? _channels;
        private int _blanks;
        private long _count;

        public void Take(int line, string[] fields)
        {
            if (_channels is null)
            {
                if (fields is not [""] && !ReadHeader(line, fields))
                    return;
                if (_channels is null)
                    return;
            }
            // A blank line counts only where another value follows.
            if (fields is [""])
                _blanks++;
            else
                TakeValues(line, fields);
        }

        public GivenUsage Finish()
        {
            if (_errors.Count > 0)
                throw UnratableException.Usage(_errors);
            return MeteredDays.Of((_channels ?? []).Select(channel => (channel, minutes)), context);
        }

        // Answers whether the line has values too.
        private bool ReadHeader(int line, string[] fields)
        {
            fields[0] = fields[0].TrimStart('\uFEFF');
            var isHeader = fields.Any(IsName);
            if (!isHeader && fields.Length > 1)
                Fault(line, "header", "header-missing", "Several columns need a first line with their names; where a"
                    + " comma stands in the place of a decimal point, a point is expected.");
            var names = isHeader ? fields : [OnlyColumn];
            var known = new ChannelNames(context.Meters);
            _channels = [];
            foreach (var name in names)
            {
                if (_channels.Exists(channel => channel.Name == name))
                    Fault(line, name, "header-column-repeated", $"\"{name}\" stands twice in the header.");
                else if (known.Find(name, names.Length == 1) is { } found)
                    _channels.Add(found);
                else
                    Fault(line, name, "channel-unknown", ChannelNames.Unknown(name));
            }
            if (ChannelNames.Repeated(_channels) is { } repeated)
                Fault(line, repeated.Name, "channel-repeated", ChannelNames.SaysTwice(repeated));
            if (_errors.Count > 0)
                throw UnratableException.Usage(_errors);
            return !isHeader;
        }

        // A value that is written wrong is not taken for a name, and so lost.
        private static bool IsName(string field) =>
            field.Any(char.IsLetter)
            && ExactNumber.ReadNear(field) is null
            && !Nothing.Contains(field, StringComparer.OrdinalIgnoreCase);

        private void TakeValues(int line, string[] fields)
        {
            if (fields.Length != _channels!.Count)
            {
                Fault(line, "record", "field-count", string.Create(CultureInfo.InvariantCulture,
                    $"The line has {fields.Length} values, the header has {_channels.Count} names."));
                return;
            }
            for (; _blanks > 0; _blanks--)
                Add(line, static _ => "");
            Add(line, place => fields[place]);
        }

        private void Add(int line, Func<int, string> field)
        {
            var at = start.Plus(Duration.FromMinutes(_count * minutes));
            _count++;
            for (var place = 0; place < _channels!.Count; place++)
            {
                var text = field(place);
                var value = ExactNumber.ReadNear(text);
                if (value is null && text.Length > 0)
                    Fault(line, _channels[place].Name, "number-invalid", $"\"{text}\" is no number such as 0.25.");
                _channels[place].Values.Add((at, value, line));
            }
        }

        private void Fault(int line, string column, string rule, string detail)
        {
            if (_errors.Count < UnratableException.ErrorCountMax)
                _errors.Add(new RatingError(column, line, rule, detail));
        }
    }
}
