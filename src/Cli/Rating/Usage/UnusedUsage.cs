using BillingActors.Domain.Rating.Offline;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Events;
using BillingActors.Domain.Tariffs.Recurring;

namespace BillingActors.Cli.Rating.Usage;

/// <summary>Tells which usage no charge looks at: it costs nothing, which may be a slip of the pen.</summary>
internal static class UnusedUsage
{
    /// <summary>A sentence for what was metered, and for each name of events.</summary>
    public static IEnumerable<string> In(GivenUsage usage, IReadOnlyCollection<Tariff> tariffs)
    {
        if (usage.Metered.ServicePoint.Meters.Length > 0
            && !tariffs.Any(static tariff => TariffMeters.Of(tariff).Units.Any()))
            yield return "No charge of the tariff looks at what was metered.";
        var names = tariffs.SelectMany(static tariff => tariff.Versions)
            .SelectMany(static version => version.Charges).SelectMany(NamesOf).ToHashSet(StringComparer.Ordinal);
        if (names.Contains(Any))
            yield break;
        foreach (var name in usage.Events.Select(static one => one.Name).Distinct(StringComparer.Ordinal))
        {
            if (!names.Contains(name))
                yield return $"No charge of the tariff looks at events of the name {name}.";
        }
    }

    // A charge without a name counts events of all names.
    private const string Any = "";

    private static IEnumerable<string> NamesOf(Charge charge) => charge switch
    {
        EventCharge events => [events.Event ?? Any],
        OneOffCharge { Occasion: ChargeOccasion.OnEvent occasion } => [occasion.Name],
        RetentionCharge { Release: ChargeOccasion.OnEvent occasion } => [occasion.Name],
        _ => [],
    };
}
