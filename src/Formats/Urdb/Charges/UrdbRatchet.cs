using BillingActors.Formats.Tariffs;
using BillingActors.Formats.Urdb.Reading;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Formats.Urdb.Charges;

/// <summary>
/// The ratchet of a rate: a share for each month, or a look-back of newer files. It holds for all demand charges.
/// </summary>
internal static class UrdbRatchet
{
    private const string Shares = "demandratchetpercentage";
    private const string LookBack = "lookbackpercent";
    private const string Range = "lookbackrange";
    private const string Counting = "lookbackmonths";

    // With the month itself, a whole year.
    private const int MonthsBefore = 11;
    private const int MonthsOfYear = 12;

    /// <summary>The ratchet, or null where there is none, or after a problem was noted.</summary>
    public static RatchetDocument? Read(UrdbFields fields) =>
        fields.Has(LookBack) ? FromLookBack(fields) : FromShares(fields);

    private static RatchetDocument? FromShares(UrdbFields fields)
    {
        var value = fields.Find(Shares);
        var shares = value is { } given && LooseJson.Elements(given) is null
            ? [fields.Number(Shares) ?? 0m]
            : fields.Monthly(Shares) ?? [];
        if (shares.All(static share => share == 0m))
            return null;
        // A list is of one kind: where one of it is above one, all are percent.
        decimal[] percents = shares.Any(static share => share > 1m)
            ? shares
            : [.. shares.Select(static share => share * 100m)];
        if (percents.Distinct().Count() == 1)
            return new RatchetDocument(MonthsBefore, percents[0]);
        fields.Findings.Note(
            $"{fields.PathOf(Shares)}: each month is looked back at with the percentage of that month.");
        return new RatchetDocument(MonthsBefore, Percents: [.. percents]);
    }

    private static RatchetDocument? FromLookBack(UrdbFields fields)
    {
        if (fields.Number(LookBack) is not { } share || share == 0m)
            return null;
        var months = fields.Number(Range) ?? 0m;
        if (months is < 0m or > 36m || months != decimal.Floor(months))
        {
            fields.Refuse(Range, "number-invalid", $"{months} is no number of months to look back.");
            return null;
        }
        var before = months == 0m ? MonthsBefore : (int)months;
        return Counted(fields) is { } counted
            ? new RatchetDocument(before, Percents: [.. counted.Select(isCounted => isCounted ? Percent(share) : 0m)])
            : new RatchetDocument(before, Percent(share));
    }

    // Which months of the year are looked back at; null: all. Where none is marked, the range alone says it.
    private static bool[]? Counted(UrdbFields fields)
    {
        if (fields.Find(Counting) is not { } counting || LooseJson.Elements(counting) is not { } elements)
            return null;
        var marked = elements.Select(static month => !IsNo(month)).ToArray();
        if (marked.Length != MonthsOfYear)
        {
            fields.Refuse(Counting, "number-invalid", $"{marked.Length} marks are not one for each of twelve months.");
            return null;
        }
        return marked.Distinct().Count() == 1 ? null : marked;
    }

    private static bool IsNo(System.Text.Json.JsonElement month) =>
        month.ValueKind == System.Text.Json.JsonValueKind.False || LooseJson.Number(month) == 0m;

    // Files have both 0.8 and 80; a ratchet of one percent or less would be none.
    private static decimal Percent(decimal share) => share <= 1m ? share * 100m : share;
}
