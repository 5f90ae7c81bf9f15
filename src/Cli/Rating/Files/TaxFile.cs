using System.Text.Json;
using BillingActors.Cli.Rating.Text;
using BillingActors.Domain.Tax.Places;
using BillingActors.Grains.Interfaces.Tax;
using BillingActors.Grains.Mapping;

namespace BillingActors.Cli.Rating.Files;

/// <summary>A file with tax tables and the tax status of a customer.</summary>
internal static class TaxFile
{
    /// <summary>What decides the taxes; an <see cref="UnratableException"/> names what forbids the file.</summary>
    public static async Task<TaxStanding> Read(string file, CancellationToken cancellation)
    {
        try
        {
            var document = TaxJson.ReadStanding(await File.ReadAllBytesAsync(file, cancellation));
            var (standing, problems) = TaxStandingMapping.ToDomain(document);
            return standing ?? throw UnratableException.Tax(problems.Select(RatingError.Of));
        }
        catch (JsonException error)
        {
            throw UnratableException.Tax([JsonFaults.Of(error)]);
        }
    }
}
