using System.Collections.Immutable;

namespace BillingActors.Domain.Tariffs.Settings;

/// <summary>
/// How rates of a database are read: what the file leaves open and a tariff of one's own says by its charges.
/// </summary>
public static class PublishedRateSettings
{
    private const decimal PriceMax = 1_000_000m;

    /// <summary>How what is fed in is billed.</summary>
    public static readonly Setting<PublishedGeneration> Generation = Setting.Word(
        "generation",
        "How a published rate (URDB) bills what is fed in: as-published as its file says; none, it is worth nothing;"
        + " energy-bank sets it against use in its period and banks the rest as energy; money-bank sets it against use,"
        + " credits the rest at the price of use and carries credits as money; feed-in pays all of it.",
        ("as-published", PublishedGeneration.AsPublished),
        ("none", PublishedGeneration.None),
        ("energy-bank", PublishedGeneration.EnergyBank),
        ("money-bank", PublishedGeneration.MoneyBank),
        ("feed-in", PublishedGeneration.FeedIn));

    /// <summary>What a unit fed in is paid.</summary>
    public static readonly Setting<decimal?> FeedInPrice = Setting.Number(
        "feed-in-price",
        "What a published rate (URDB) pays for a unit fed in, where generation is feed-in. Default: the sell rates of"
        + " its file.",
        null,
        (0m, PriceMax));

    /// <summary>All of them.</summary>
    public static ImmutableArray<Setting> All => [Generation, FeedInPrice];
}
