using System.Collections.Immutable;
using System.Text.Json;
using BillingActors.Formats.Tariffs;

namespace BillingActors.Formats.Urdb.Reading;

/// <summary>The texts of a rate that say what its numbers cannot.</summary>
internal static class UrdbRemarks
{
    private static readonly string[] Comments =
        ["description", "basicinformationcomments", "energycomments", "demandcomments"];

    private static readonly string[] Attributes = ["energyattrs", "demandattrs", "fixedattrs"];

    /// <summary>The texts, or null where there are none.</summary>
    public static ImmutableArray<string>? Read(UrdbFields fields)
    {
        var remarks = Comments.Select(fields.Text).OfType<string>()
            .Concat(Attributes.SelectMany(name => AttributesOf(fields, name)))
            .Where(static text => text.Length > 0).ToImmutableArray();
        return remarks.IsEmpty ? null : remarks;
    }

    private static IEnumerable<string> AttributesOf(UrdbFields fields, string name)
    {
        if (fields.Find(name) is not { } value)
            return [];
        if (LooseJson.Elements(value) is not { } listed)
            return [LooseJson.Text(value) ?? value.GetRawText()];
        return listed.Select(static attribute => attribute.ValueKind == JsonValueKind.Object
            ? string.Join(": ", PartsOf(attribute))
            : LooseJson.Text(attribute) ?? "");
    }

    // {"Transformation charge": "$0.50/kVA"} from the service; {"key": …, "val": …} from the bulk export.
    private static IEnumerable<string> PartsOf(JsonElement attribute) =>
        attribute.EnumerateObject().SelectMany(static member => member.Name is "key" or "val"
            ? new[] { LooseJson.Text(member.Value) ?? "" }
            : [member.Name, LooseJson.Text(member.Value) ?? ""]);
}
