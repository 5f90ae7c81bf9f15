using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace BillingActors.Grains.Interfaces.Tariffs.Lifecycle;

/// <summary>
/// Compares two tariff documents member by member. Things that have a code, an id, a name or a number of their own are
/// found by it, wherever they stand; everything else by its place.
/// </summary>
public static class TariffComparison
{
    private const string Versions = "versions";

    /// <summary>The differences of two whole tariffs, in the order of the newer.</summary>
    public static ImmutableArray<TariffChangeView> Between(TariffDocument before, TariffDocument after) =>
        Of(Written(before), Written(after));

    /// <summary>
    /// The differences of two versions by date, whose numbers and dates are no difference to tell; null where one of
    /// the tariffs has no such version.
    /// </summary>
    public static ImmutableArray<TariffChangeView>? Between(
        (TariffDocument Tariff, int Number) before, (TariffDocument Tariff, int Number) after) =>
        VersionOf(before) is { } old && VersionOf(after) is { } now ? Of(old, now) : null;

    private static JsonObject? VersionOf((TariffDocument Tariff, int Number) named)
    {
        var index = named.Tariff.Versions.ToList().FindIndex(version => version.Number == named.Number);
        if (index < 0)
            return null;
        var version = Written(named.Tariff)[Versions]![index]!.AsObject();
        foreach (var own in (string[])["number", "validFrom", "validUntil"])
            version.Remove(own);
        return version;
    }

    private static ImmutableArray<TariffChangeView> Of(JsonObject before, JsonObject after)
    {
        var changes = ImmutableArray.CreateBuilder<TariffChangeView>();
        Compare(TariffPlace.Root, before, after, changes);
        return changes.ToImmutable();
    }

    private static void Compare(
        TariffPlace place, JsonNode? before, JsonNode? after, ImmutableArray<TariffChangeView>.Builder changes)
    {
        switch (before, after)
        {
            case (JsonObject old, JsonObject now) when KindOf(old) == KindOf(now):
                foreach (var name in now.Select(Name).Union(old.Select(Name), StringComparer.Ordinal))
                    Compare(place.Member(name), old[name], now[name], changes);
                break;
            case (JsonArray old, JsonArray now) when old.Concat(now).All(item => item is JsonObject):
                CompareLists(place, old, now, changes);
                break;
            case var _ when TariffValue.AreEqual(before, after):
                break;
            default:
                changes.Add(place.Change(before, after));
                break;
        }
    }

    private static void CompareLists(
        TariffPlace place, JsonArray before, JsonArray after, ImmutableArray<TariffChangeView>.Builder changes)
    {
        var (old, now) = (ItemKeys.Of(before), ItemKeys.Of(after));
        foreach (var key in now.Keys.Union(old.Keys, StringComparer.Ordinal))
            Compare(place.Item(key), old.GetValueOrDefault(key), now.GetValueOrDefault(key), changes);
        // Charges are rated in their order, and taxes are computed in it.
        var kept = now.Keys.Where(old.ContainsKey).ToList();
        if (!kept.SequenceEqual(old.Keys.Where(now.ContainsKey), StringComparer.Ordinal))
            changes.Add(place.Reordered(old.Keys, now.Keys));
    }

    private static string? KindOf(JsonObject item) => (string?)item["kind"];

    private static string Name(KeyValuePair<string, JsonNode?> member) => member.Key;

    private static JsonObject Written(TariffDocument tariff) => JsonNode.Parse(TariffJson.Write(tariff))!.AsObject();
}
