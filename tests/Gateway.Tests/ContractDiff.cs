using System.Text.Json.Nodes;

namespace BillingActors.Gateway.Tests;

/// <summary>What a new document takes away from an old one, or newly demands: the contract only grows.</summary>
internal static class ContractDiff
{
    public static IReadOnlyList<string> Breaks(JsonNode before, JsonNode after)
    {
        var breaks = new List<string>();
        foreach (var (path, operations) in Members(before["paths"]))
            foreach (var (method, operation) in Members(operations))
                Compare($"{method} {path}", operation!, after["paths"]?[path]?[method], breaks);
        foreach (var (name, schema) in Members(before["components"]?["schemas"]))
            CompareSchema(name, schema!, after["components"]?["schemas"]?[name], breaks);
        return breaks;
    }

    private static void Compare(string call, JsonNode before, JsonNode? after, List<string> breaks)
    {
        if (after is null)
        {
            breaks.Add($"{call} is gone");
            return;
        }
        var (old, now) = (Parameters(before), Parameters(after));
        breaks.AddRange(old.Keys.Except(now.Keys).Select(name => $"{call} lost {name}"));
        var demanded = now.Where(parameter => parameter.Value && !old.GetValueOrDefault(parameter.Key));
        breaks.AddRange(demanded.Select(parameter => $"{call} demands {parameter.Key}"));
        var successes = Members(before["responses"]).Select(pair => pair.Key).Where(status => status[0] == '2');
        breaks.AddRange(successes.Where(status => after["responses"]?[status] is null).Select(s => $"{call} lost {s}"));
    }

    private static void CompareSchema(string name, JsonNode before, JsonNode? after, List<string> breaks)
    {
        if (after is null)
        {
            breaks.Add($"{name} is gone");
            return;
        }
        foreach (var (member, schema) in Members(before["properties"]))
        {
            var now = after["properties"]?[member];
            if (now is null)
                breaks.Add($"{name} lost {member}");
            else if (now["type"]?.ToJsonString() != schema!["type"]?.ToJsonString())
                breaks.Add($"{name}.{member} changed its type");
        }
        breaks.AddRange(Required(after).Except(Required(before)).Select(member => $"{name} demands {member}"));
    }

    private static Dictionary<string, bool> Parameters(JsonNode operation) =>
        (operation["parameters"]?.AsArray() ?? []).ToDictionary(
            parameter => $"{parameter!["in"]} {parameter["name"]}",
            parameter => parameter!["required"]?.GetValue<bool>() ?? false, StringComparer.Ordinal);

    private static IEnumerable<string> Required(JsonNode schema) =>
        (schema["required"]?.AsArray() ?? []).Select(member => member!.GetValue<string>());

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Members(JsonNode? node) => node?.AsObject() ?? [];
}
