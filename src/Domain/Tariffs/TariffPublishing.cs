using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Tariffs;

/// <summary>Who may make a draft what bills depend on: two people always stand behind a price.</summary>
public static class TariffPublishing
{
    /// <summary>A tariff cannot be stored past its draft.</summary>
    public static Refusal DraftNeeded { get; } = new(
        "second-person-needed", "Save the tariff as a draft; a person who wrote no part of it publishes it.");

    /// <summary>Refuses everybody who wrote a part of what would be published.</summary>
    public static Refusal? Decide(IEnumerable<string> authors, string publisherId) =>
        authors.Contains(publisherId, StringComparer.Ordinal)
            ? new Refusal("second-person-needed", "You wrote a part of this draft, so somebody else publishes it.")
            : null;
}
