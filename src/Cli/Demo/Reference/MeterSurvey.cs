using System.Globalization;
using BillingActors.Formats;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Cli.Demo.Reference;

/// <summary>
/// Walks a directory with the product's own readers and notes what is metered where, and which files are refused.
/// </summary>
internal sealed class MeterSurvey
{
    private const int HeadLength = 4096;
    private static readonly string[] Folders = ["nem12-aemo", "green-button-espi"];

    private readonly Dictionary<string, SurveyedPoint> _points = new(StringComparer.Ordinal);
    private readonly List<string> _files = [];
    private readonly List<string> _refused = [];

    /// <summary>Service points by id.</summary>
    public IReadOnlyCollection<SurveyedPoint> Points => _points.Values;

    /// <summary>Files that can be read, in order of their path.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>Files that cannot, with line, field and rule.</summary>
    public IReadOnlyList<string> Refused => _refused;

    /// <summary>First day anything was metered on.</summary>
    public DateOnly FirstDay => _points.Count == 0
        ? throw new UsageException("There are no meter files in the directory.")
        : _points.Values
            .SelectMany(point => point.Channels.Select(channel => channel.FirstDay)
                .Concat(point.Registers.Select(register => register.ReadDays.Min)))
            .Min();

    /// <summary>Surveys the meter files of a directory.</summary>
    public static Task<MeterSurvey> Of(string directory, CancellationToken cancellation) =>
        Of(Folders.Select(folder => Path.Combine(directory, folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".csv" or ".xml" or ".gz"
                && !file.EndsWith(".xsd.gz", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal), cancellation);

    /// <summary>Surveys some files.</summary>
    public static async Task<MeterSurvey> Of(IEnumerable<string> files, CancellationToken cancellation)
    {
        var survey = new MeterSurvey();
        foreach (var file in files)
            await survey.Take(file, cancellation);
        return survey;
    }

    private async Task Take(string file, CancellationToken cancellation)
    {
        var name = Path.GetFileName(file);
        if (await FormatOf(file, cancellation) is not { } format)
        {
            _refused.Add($"{name}: of no format we know");
            return;
        }
        try
        {
            var items = new List<ImportItem>();
            await using (var bytes = File.OpenRead(file))
                await foreach (var item in format.Read(bytes, cancellation))
                    items.Add(item);
            Take(items, format.Name == "espi" ? "us" : "au", DialWidths.Of(file, format.Name));
            _files.Add(file);
        }
        catch (FileRefusedException refused)
        {
            _refused.Add($"{name}: {refused.Message}");
        }
    }

    private void Take(List<ImportItem> items, string market, DialWidths widths)
    {
        foreach (var item in items)
        {
            if (item.Day is { } day)
                Point(day.ServicePointId, market).Take(day);
            else if (item.Read is { } read)
                Point(read.ServicePointId, market).Take(read, widths.At(read.Line, DigitsOf(read.Value, read.Scale)));
        }
    }

    private SurveyedPoint Point(string id, string market)
    {
        if (!_points.TryGetValue(id, out var point))
            _points[id] = point = new SurveyedPoint(id, market);
        return point;
    }

    private static int DigitsOf(long value, int scale) =>
        Math.Max(1, value.ToString(CultureInfo.InvariantCulture).Length - scale);

    private static async Task<IFileFormat?> FormatOf(string file, CancellationToken cancellation)
    {
        var head = new byte[HeadLength];
        await using var bytes = File.OpenRead(file);
        var length = await bytes.ReadAtLeastAsync(head, HeadLength, throwOnEndOfStream: false, cancellation);
        return FileFormats.Recognise(head.AsSpan(0, length));
    }
}
