using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Settings;
using BillingActors.Domain.Tariffs.Settings.Subscriptions;
using NodaTime;

namespace BillingActors.Domain.Rating.Subscriptions;

/// <summary>Which version of a tariff prices which days for one customer: some keep an old price for longer.</summary>
internal static class CustomerVersions
{
    /// <summary>The versions in order with the days on which they count; the last day is exclusive.</summary>
    public static IReadOnlyList<(TariffVersion Version, LocalDate From, LocalDate? Until)> Of(
        Tariff tariff, LocalDate since, RatingSettings settings)
    {
        var known = new List<(TariffVersion Version, LocalDate From)>();
        foreach (var version in tariff.Versions.OrderBy(version => version.ValidFrom))
        {
            if (since >= version.ValidFrom || known.Count == 0)
                known.Add((version, version.ValidFrom));
            else if (version.ExistingFrom is { } existing)
                known.Add((version, LocalDate.Max(existing, version.ValidFrom)));
            else if (settings.Of(SubscriptionSettings.ExistingCustomers) == ExistingCustomers.SameDay)
                known.Add((version, version.ValidFrom));
        }
        var spans = new List<(TariffVersion, LocalDate, LocalDate?)>();
        for (var i = 0; i < known.Count; i++)
        {
            LocalDate? next = i + 1 < known.Count ? known[i + 1].From : null;
            spans.Add((known[i].Version, known[i].From, Earlier(EndOf(known[i].Version, settings, next), next)));
        }
        return spans;
    }

    // A version that is kept for existing customers outlives its last day.
    private static LocalDate? EndOf(TariffVersion version, RatingSettings settings, LocalDate? next) =>
        next is not null || settings.Of(SubscriptionSettings.ExistingCustomers) == ExistingCustomers.Never
            ? null
            : version.ValidUntil;

    private static LocalDate? Earlier(LocalDate? left, LocalDate? right) =>
        left is { } l && right is { } r ? LocalDate.Min(l, r) : left ?? right;
}
