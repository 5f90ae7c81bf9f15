using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Formats.Tariffs;

namespace BillingActors.Formats.Urdb.Reading;

/// <summary>
/// Names of the periods of a charge: the labels of the file where there are, else their number in it.
/// </summary>
internal static class UrdbPeriodNames
{
    /// <summary>The name of each period.</summary>
    /// <param name="fields">The rate.</param>
    /// <param name="labels">Field with a label for each period.</param>
    public static Func<int, string> Of(UrdbFields fields, string labels)
    {
        var given = (fields.Find(labels) is { } value ? LooseJson.Elements(value) : null) ?? [];
        ImmutableArray<string> texts = [.. given.Select(static label => LooseJson.Text(label) ?? "")];
        return period => period < texts.Length && texts[period].Length > 0
            && texts.Count(text => text == texts[period]) == 1
            ? texts[period]
            : string.Create(CultureInfo.InvariantCulture, $"period-{period}");
    }
}
