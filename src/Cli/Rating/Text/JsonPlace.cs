using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace BillingActors.Cli.Rating.Text;

/// <summary>A place in a JSON document that notes, with its path, what it cannot read.</summary>
internal sealed class JsonPlace(JsonElement? element, string path, List<RatingError> errors)
{
    /// <summary>What was wrong so far, anywhere in the document.</summary>
    public IReadOnlyList<RatingError> Errors => errors;

    /// <summary>Whether nothing is given: the member is absent, null or an empty text.</summary>
    public bool IsEmpty => IsNull
        || (element!.Value.ValueKind == JsonValueKind.String && element.Value.GetString()!.Length == 0);

    /// <summary>Whether the member is absent or null.</summary>
    public bool IsNull => element is null or { ValueKind: JsonValueKind.Null };

    public bool IsList => element?.ValueKind == JsonValueKind.Array;

    public bool IsObject => element?.ValueKind == JsonValueKind.Object;

    /// <summary>Notes what is wrong here.</summary>
    public void Fault(string rule, string detail)
    {
        if (errors.Count < UnratableException.ErrorCountMax)
            errors.Add(new RatingError(path, 0, rule, detail));
    }

    /// <summary>The members of an object that has these and no others; an absent one is a place of nothing.</summary>
    public Dictionary<string, JsonPlace> Members(params string[] names)
    {
        var members = names.ToDictionary(
            static name => name, name => new JsonPlace(null, Below(name), errors), StringComparer.Ordinal);
        foreach (var (name, node) in All())
        {
            if (members.ContainsKey(name))
                members[name] = node;
            else
                node.Fault("member-unknown", $"\"{name}\" is none of {string.Join(", ", names)}.");
        }
        return members;
    }

    /// <summary>All members of an object; none where it is absent.</summary>
    public IEnumerable<(string Name, JsonPlace Node)> All()
    {
        if (element is not { } present)
            return [];
        if (present.ValueKind == JsonValueKind.Object)
            return present.EnumerateObject()
                .Select(member => (member.Name, new JsonPlace(member.Value, Below(member.Name), errors)));
        Fault("member-invalid", "An object is expected.");
        return [];
    }

    /// <summary>The items of a list.</summary>
    public IEnumerable<JsonPlace> Items()
    {
        if (element is { ValueKind: JsonValueKind.Array } list)
            return list.EnumerateArray().Select((item, index) => new JsonPlace(item, Below($"{index}"), errors));
        Fault("member-invalid", "A list is expected.");
        return [];
    }

    /// <summary>A decimal, written as a string or as a number; zero after a fault.</summary>
    public decimal Number()
    {
        var text = element?.ValueKind switch
        {
            JsonValueKind.String => element.Value.GetString()!,
            JsonValueKind.Number => element.Value.GetRawText(),
            _ => "",
        };
        if (ExactNumber.Read(text) is { } number)
            return number;
        Fault("number-invalid", "A decimal such as \"450.5\" is expected.");
        return 0m;
    }

    /// <summary>A text, or a number or a truth value as it is written; empty after a fault.</summary>
    public string Text()
    {
        switch (element?.ValueKind)
        {
            case JsonValueKind.String:
                return element.Value.GetString()!;
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                return element.Value.GetRawText();
            default:
                Fault("member-invalid", "A text is expected.");
                return "";
        }
    }

    /// <summary>A day; null after a fault.</summary>
    public LocalDate? Day()
    {
        if (element is { ValueKind: JsonValueKind.String } text
            && LocalDatePattern.Iso.Parse(text.GetString()!) is { Success: true } day)
        {
            return day.Value;
        }
        Fault("date-invalid", "A day such as \"2025-01-31\" is expected.");
        return null;
    }

    private string Below(string name) => path.Length == 0 ? name : $"{path}/{name}";
}
