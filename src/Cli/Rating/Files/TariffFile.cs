using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using BillingActors.Cli.Rating.Text;
using BillingActors.Domain.Tariffs;
using BillingActors.Formats.Tariffs;
using BillingActors.Formats.Urdb;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Mapping;

namespace BillingActors.Cli.Rating.Files;

/// <summary>
/// Files with tariffs, recognised by their content; an <see cref="UnratableException"/> names what forbids one.
/// </summary>
internal sealed class TariffFile
{
    private readonly ImmutableArray<byte[]> _files;

    private TariffFile(ImmutableArray<byte[]> files) => _files = files;

    /// <summary>What was assumed of published rates when they were last read, in sentences.</summary>
    public ImmutableArray<string> Notes { get; private set; } = [];

    /// <summary>Whether one of them is a published rate.</summary>
    public bool HasPublished => _files.Any(static json => UrdbTariffs.IsTariff(json));

    /// <summary>Reads the files.</summary>
    public static async Task<TariffFile> ReadAll(ImmutableArray<string> files, CancellationToken cancellation)
    {
        var contents = ImmutableArray.CreateBuilder<byte[]>();
        foreach (var file in files)
            contents.Add(WithoutMark(await File.ReadAllBytesAsync(file, cancellation)));
        return new TariffFile(contents.ToImmutable());
    }

    /// <summary>The tariffs, ready to rate with, in the order of the files; options are of published rates.</summary>
    public ImmutableArray<Tariff> Tariffs(UrdbOptions options)
    {
        Notes = [];
        var tariffs = ImmutableArray.CreateBuilder<Tariff>();
        foreach (var json in _files)
        {
            var mapped = TariffMapping.ToDomain(UrdbTariffs.IsTariff(json) ? Published(json, options) : Native(json));
            var tariff = mapped.Tariff ?? throw UnratableException.Tariff(mapped.Problems.Select(RatingError.Of));
            if (tariffs.Any(known => known.Id == tariff.Id))
                throw new UsageException($"Tariff {tariff.Id} is given twice.");
            tariffs.Add(tariff);
        }
        return tariffs.ToImmutable();
    }

    private static byte[] WithoutMark(byte[] json) =>
        json.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json;

    private TariffDocument Published(byte[] json, UrdbOptions options)
    {
        var rates = UrdbTariffs.Read(json, options);
        if (rates.Length > 1)
        {
            throw UnratableException.Tariff([new RatingError("items", 0, "several-rates",
                $"The file has {rates.Length} rates; one is rated at a time.")]);
        }
        var rate = rates[0];
        Notes = Notes.AddRange(rate.Notes);
        return rate.Document ?? throw UnratableException.Tariff(rate.Problems.Select(ErrorOf));
    }

    private static TariffDocument Native(byte[] json)
    {
        try
        {
            return TariffJson.Read(json);
        }
        catch (JsonException error)
        {
            throw UnratableException.Tariff([JsonFaults.Of(error)]);
        }
    }

    private static RatingError ErrorOf(TariffImportProblem problem) =>
        new(problem.Path, 0, problem.Rule, problem.Detail);
}
