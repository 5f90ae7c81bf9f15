using BillingActors.Domain.Rating.Offline;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Events;
using BillingActors.Domain.Tariffs.Recurring;
using BillingActors.Grains.Interfaces.Tariffs.Recurring;

namespace BillingActors.Cli.Rating.Usage;

/// <summary>
/// Tells which usage, items and coupons no charge looks at: they cost and save nothing, which may be a slip of the pen.
/// </summary>
internal static class UnusedUsage
{
    /// <summary>A sentence for what was metered, and for each name of events.</summary>
    public static IEnumerable<string> In(GivenUsage usage, IReadOnlyCollection<Tariff> tariffs)
    {
        if (usage.Metered.ServicePoint.Meters.Length > 0
            && !tariffs.Any(static tariff => TariffMeters.Of(tariff).Units.Any()))
            yield return "No charge of the tariff looks at what was metered.";
        IEnumerable<string> ofLife = usage.Life is { } life ? In(life, tariffs) : [];
        foreach (var sentence in ofLife)
            yield return sentence;
        var names = ChargesOf(tariffs).SelectMany(NamesOf).ToHashSet(StringComparer.Ordinal);
        if (names.Contains(Any))
            yield break;
        foreach (var name in usage.Events.Select(static one => one.Name).Distinct(StringComparer.Ordinal))
        {
            if (!names.Contains(name))
                yield return $"No charge of the tariff looks at events of the name {name}.";
        }
    }

    /// <summary>A price of a contract for a charge that there is not, which would price nothing; or null.</summary>
    public static RatingError? UnknownOverride(SubscriptionLifeDocument life, IReadOnlyCollection<Tariff> tariffs)
    {
        var codes = ChargesOf(tariffs).Select(static charge => charge.Head.Code).ToHashSet(StringComparer.Ordinal);
        var overrides = life.Overrides ?? [];
        for (var i = 0; i < overrides.Length; i++)
        {
            if (!codes.Contains(overrides[i].Charge))
            {
                return new RatingError($"overrides/{i}/charge", 0, "unknown-charge",
                    $"No tariff that is given has a charge {overrides[i].Charge}.");
            }
        }
        return null;
    }

    private static IEnumerable<string> In(SubscriptionLifeDocument life, IReadOnlyCollection<Tariff> tariffs)
    {
        var actions = life.Actions ?? [];
        var items = ChargesOf(tariffs).OfType<SubscriptionCharge>().Select(static charge => charge.Item)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var item in actions.Select(static action => action.Item).OfType<string>()
            .Distinct(StringComparer.Ordinal))
        {
            if (!items.Contains(item))
                yield return $"No charge of the tariff is for the item {item}.";
        }
        var coupons = ChargesOf(tariffs).OfType<DiscountCharge>().Select(static charge => charge.Coupon)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var coupon in actions.Select(static action => action.Coupon).OfType<string>()
            .Distinct(StringComparer.Ordinal))
        {
            if (!coupons.Contains(coupon))
                yield return $"No discount of the tariff has the coupon {coupon}.";
        }
    }

    private static IEnumerable<Charge> ChargesOf(IEnumerable<Tariff> tariffs) =>
        tariffs.SelectMany(static tariff => tariff.Versions).SelectMany(static version => version.Charges);

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
