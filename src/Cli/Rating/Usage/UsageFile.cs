using System.Collections.Immutable;
using BillingActors.Cli.Rating.Text;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Cli.Rating.Usage;

/// <summary>Reads a file of usage, whichever kind it is of.</summary>
internal static class UsageFile
{
    private static readonly ImmutableArray<IUsageReader> Readers =
    [
        new MeterFileUsage("nem12"),
        new MeterFileUsage("nem13"),
        new MeterFileUsage("espi"),
        new MeterFileUsage("usage-csv"),
        new DeterminantsUsage(),
        new SubscriptionUsage(),
        new EventsUsage(),
        new CallsUsage(),
        new RowsUsage(),
        new SeriesUsage(),
    ];

    /// <summary>Names of all kinds.</summary>
    public static IEnumerable<string> Kinds => Readers.Select(static reader => reader.Name);

    /// <summary>The usage of all files.</summary>
    public static async Task<GivenUsage> ReadAll(UsageContext context, CancellationToken cancellation)
    {
        GivenUsage? all = null;
        foreach (var path in context.Task.Usage)
        {
            var usage = await Read(path, context, cancellation);
            all = all?.And(usage) ?? usage;
        }
        return all!;
    }

    private static async Task<GivenUsage> Read(string path, UsageContext context, CancellationToken cancellation)
    {
        await using var file = await Open(path, cancellation);
        var reader = await ReaderOf(file, context.Task.UsageFormat, cancellation);
        try
        {
            return await reader.Read(file, context, cancellation);
        }
        catch (FileRefusedException refused)
        {
            throw UnratableException.Usage(refused.Problems.Select(static problem =>
                new RatingError(problem.Field, problem.Line, problem.Rule, problem.Detail)));
        }
        catch (System.Text.Json.JsonException error)
        {
            throw UnratableException.Usage(JsonFaults.Of(error));
        }
    }

    // A pipe cannot be read from its beginning again, once its kind was recognised.
    private static async Task<Stream> Open(string path, CancellationToken cancellation)
    {
        var file = File.OpenRead(path);
        if (file.CanSeek)
            return file;
        await using (file)
        {
            var kept = new MemoryStream();
            await file.CopyToAsync(kept, cancellation);
            kept.Position = 0;
            return kept;
        }
    }

    private static async Task<IUsageReader> ReaderOf(Stream file, string? name, CancellationToken cancellation)
    {
        if (name is not null)
            return Readers.First(reader => reader.Name == name);
        var head = await UsageHead.Of(file, cancellation);
        if (head.IsEmpty)
            throw UnratableException.Usage(new RatingError("", 1, "usage-empty", "The file is empty."));
        return Readers.FirstOrDefault(reader => reader.Recognises(head))
            ?? throw UnratableException.Usage(new RatingError("", 1, "usage-unknown",
                $"The content is of no kind that is known: {string.Join(", ", Kinds)}. Its first line is"
                + $" \"{head.FirstLine}\". A series has numbers, one line for each interval,"
                + " and rows have the columns start, channel and value. With --usage-format it is read as one of them,"
                + " and what is missing is named."));
    }
}
