using System.Collections.Immutable;
using System.Text.Json;
using BillingActors.Cli.Rating.Text;
using BillingActors.Domain.Tariffs;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Mapping;

namespace BillingActors.Cli.Rating.Files;

/// <summary>Reads tariffs, ready to rate with; an <see cref="UnratableException"/> names what forbids it.</summary>
internal static class TariffFile
{
    /// <summary>The tariffs of all files, in order, each id once.</summary>
    public static async Task<ImmutableArray<Tariff>> ReadAll(
        ImmutableArray<string> files, CancellationToken cancellation)
    {
        var tariffs = ImmutableArray.CreateBuilder<Tariff>();
        foreach (var file in files)
        {
            var tariff = Read(await File.ReadAllBytesAsync(file, cancellation));
            if (tariffs.Any(known => known.Id == tariff.Id))
                throw new UsageException($"Tariff {tariff.Id} is given twice.");
            tariffs.Add(tariff);
        }
        return tariffs.ToImmutable();
    }

    /// <summary>The tariff of a file.</summary>
    public static Tariff Read(byte[] json)
    {
        var mapped = TariffMapping.ToDomain(DocumentOf(json));
        return mapped.Tariff ?? throw UnratableException.Tariff(mapped.Problems.Select(RatingError.Of));
    }

    private static TariffDocument DocumentOf(byte[] json)
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
}
