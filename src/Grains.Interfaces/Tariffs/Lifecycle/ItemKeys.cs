using System.Globalization;
using System.Text.Json.Nodes;

namespace BillingActors.Grains.Interfaces.Tariffs.Lifecycle;

/// <summary>Names the items of a list so that both versions of it name the same thing alike.</summary>
internal static class ItemKeys
{
    // What tells items of a list apart, the first that all of them have.
    private static readonly string[] Names = ["code", "id", "name", "number", "destination", "period"];

    /// <summary>The items by key, in their order; a key that comes again gets a count.</summary>
    public static OrderedDictionary<string, JsonNode?> Of(JsonArray items)
    {
        var keyed = new OrderedDictionary<string, JsonNode?>(items.Count, StringComparer.Ordinal);
        var naming = Names.FirstOrDefault(name => items.All(item => item![name] is JsonValue));
        for (var i = 0; i < items.Count; i++)
        {
            var key = naming is null ? Count(i + 1) : items[i]![naming]!.ToString();
            var unique = key;
            for (var again = 2; keyed.ContainsKey(unique); again++)
                unique = $"{key}-{Count(again)}";
            keyed.Add(unique, items[i]);
        }
        return keyed;
    }

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
