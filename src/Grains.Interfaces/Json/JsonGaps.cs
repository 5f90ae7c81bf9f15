using System.Globalization;
using System.Text.Json;

namespace BillingActors.Grains.Interfaces.Json;

/// <summary>
/// Finds entries of lists that are null. The reader of the platform takes them for entries, whatever a list is said to
/// hold, and the fault would show far from its place.
/// </summary>
public static class JsonGaps
{
    private const int DepthMax = 64;

    /// <summary>Throws a <see cref="JsonException"/> with the path of the first entry that is null.</summary>
    /// <param name="json">The text; where it is no JSON at all, the same exception says so.</param>
    public static void Refuse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = DepthMax });
        var path = new List<string>();
        var lists = new Stack<int>(); // The number of the next entry; -1 within an object.
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
            {
                lists.Pop();
                continue;
            }
            if (reader.TokenType is JsonTokenType.PropertyName)
            {
                Put(path, lists.Count, "." + reader.GetString());
                continue;
            }
            if (lists.TryPop(out var place))
            {
                if (place >= 0)
                    Put(path, lists.Count + 1, string.Create(CultureInfo.InvariantCulture, $"[{place}]"));
                lists.Push(place < 0 ? place : place + 1);
            }
            if (reader.TokenType is JsonTokenType.Null && place >= 0 && lists.Count > 0)
                throw Gap(path, lists.Count);
            if (reader.TokenType is JsonTokenType.StartArray)
                lists.Push(0);
            else if (reader.TokenType is JsonTokenType.StartObject)
                lists.Push(-1);
        }
    }

    private static void Put(List<string> path, int depth, string step)
    {
        while (path.Count >= depth)
            path.RemoveAt(path.Count - 1);
        path.Add(step);
    }

    private static JsonException Gap(List<string> path, int depth) => new(
        "A list has no empty entries.", "$" + string.Concat(path.Take(depth)), null, null);
}
