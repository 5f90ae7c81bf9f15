using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Formats.Tariffs;

/// <summary>
/// Brings the tiers of a file into steps that rise and end open: tiers without width and tiers behind an open one price
/// nothing, and a limit of the last tier limits nothing.
/// </summary>
internal static class TierSteps
{
    // Files write "no limit" as a number such as 1e38 or 1e99.
    private const decimal LimitMax = 1_000_000_000_000m;

    /// <summary>The steps; <paramref name="path"/> names the tiers in notes.</summary>
    public static ImmutableArray<TierDocument> Of(
        IReadOnlyList<(decimal? UpTo, decimal Price)> tiers, string path, ImportFindings findings)
    {
        var steps = ImmutableArray.CreateBuilder<TierDocument>();
        var below = 0m;
        for (var i = 0; i < tiers.Count; i++)
        {
            var limit = tiers[i].UpTo is { } upTo && upTo < LimitMax ? upTo : (decimal?)null;
            if (i == tiers.Count - 1 || limit is null)
            {
                if (i < tiers.Count - 1)
                    findings.Note($"{path}: the tiers behind the open tier {i} are never reached.");
                steps.Add(new TierDocument(tiers[i].Price));
                break;
            }
            if (limit <= below)
            {
                findings.Note($"{path}: tier {i} ends where it begins and prices nothing.");
                continue;
            }
            steps.Add(new TierDocument(tiers[i].Price, limit));
            below = limit.Value;
        }
        return steps.ToImmutable();
    }

    /// <summary>A flat price for one step, else tiers whose limits are per day or month.</summary>
    public static PriceDocument ToPrice(ImmutableArray<TierDocument> steps, string per) =>
        steps.Length == 1 ? new PriceDocument.Flat(steps[0].Price) : new PriceDocument.Tiers(per, steps);
}
