using System.Text.Json;
using System.Text.Json.Nodes;

namespace BillingActors.Grains.Interfaces.Tariffs.Lifecycle;

/// <summary>A place in a tariff document, as a path and in words.</summary>
/// <param name="Path">Members and keys, joined by slashes.</param>
/// <param name="Words">The same for people: "version 2, charge energy, price".</param>
/// <param name="List">Name of the list whose items come next; empty otherwise.</param>
internal sealed record TariffPlace(string Path, string Words, string List)
{
    private static readonly Dictionary<string, string> Singular = new(StringComparer.Ordinal)
    {
        ["versions"] = "version",
        ["charges"] = "charge",
        ["taxes"] = "tax",
        ["calendars"] = "calendar",
        ["seasons"] = "season",
        ["rules"] = "rule",
        ["buckets"] = "bucket",
        ["steps"] = "step",
        ["prices"] = "price of",
        ["rates"] = "rate",
        ["destinations"] = "destination",
        ["zones"] = "zone",
        ["rows"] = "row",
        ["filters"] = "filter",
        ["yearly"] = "span",
        ["factors"] = "factor",
        ["values"] = "value",
    };

    /// <summary>The document.</summary>
    public static TariffPlace Root { get; } = new("", "", "");

    /// <summary>A member of what is here.</summary>
    public TariffPlace Member(string name) =>
        new(Under(name), List.Length == 0 ? Words : Said(Spaced(List)), name);

    /// <summary>An item of the list that is here.</summary>
    public TariffPlace Item(string key) =>
        new(Under(key), Said($"{Singular.GetValueOrDefault(List, List)} {key}"), "");

    /// <summary>What differs here.</summary>
    public TariffChangeView Change(JsonNode? before, JsonNode? after)
    {
        var what = List.Length == 0 ? Words : Said(Spaced(List));
        var (old, now) = (TariffValue.Spoken(before), TariffValue.Spoken(after));
        var (kind, words) = (before, after) switch
        {
            (null, _) => ("added", $"{what} is new: {now}."),
            (_, null) => ("removed", $"{what} is gone; it was {old}."),
            _ => ("changed", $"{what} goes from {old} to {now}."),
        };
        return new TariffChangeView(Path, kind, TariffValue.Told(before), TariffValue.Told(after), Begun(words));
    }

    /// <summary>The same items stand in another order.</summary>
    public TariffChangeView Reordered(IEnumerable<string> before, IEnumerable<string> after)
    {
        var (old, now) = (string.Join(", ", before), string.Join(", ", after));
        var words = $"{Said(Spaced(List))} stand in another order: {now}.";
        return new TariffChangeView(Path, "changed", old, now, Begun(words));
    }

    private string Under(string name) => Path.Length == 0 ? name : $"{Path}/{name}";

    private string Said(string word) => Words.Length == 0 ? word : $"{Words}, {word}";

    private static string Begun(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static string Spaced(string member) =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(member).Replace('-', ' ');
}
