using System.Collections.Immutable;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Console.Lists;

/// <summary>What an ageing says of itself in addresses, on the screen and in files.</summary>
internal static class AgeingWords
{
    public const string Group = "by";
    public const string Basis = "basis";
    public const string On = "on";
    public const string Days = "days";
    public const string Row = "row";
    public const string Currency = "currency";
    public const string Bucket = "bucket";

    /// <summary>Ages counted from the date of the document.</summary>
    public const string Document = "document-date";

    private const string DayFormat = "yyyy-MM-dd";
    private const int DaysMax = 3650;

    /// <summary>What a query asks the report; a past day is asked of the books, which sum by legal entity.</summary>
    public static AgeingQuery Asked(ListQuery query, DateOnly today)
    {
        var isDay = DateOnly.TryParseExact(
            query.Filter(On), DayFormat, System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.None, out var on);
        var group = query.Filter(Group) switch
        {
            _ when isDay && on < today => AgeingGroup.Entity,
            "segment" => AgeingGroup.Segment,
            "entity" => AgeingGroup.Entity,
            _ => AgeingGroup.Cycle,
        };
        var asked = new AgeingQuery(isDay ? on : today, query.Filter(Basis) == Document, group);
        // The books of a past day sum by the usual days.
        return asked.On < today ? asked : asked with { Days = DaysOf(query.Filter(Days)) };
    }

    /// <summary>Four rising numbers of days, as people type them; the usual ones where they are none.</summary>
    public static ImmutableArray<int> DaysOf(string? text)
    {
        ImmutableArray<int> days =
        [
            .. (text ?? "").Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries)
                .Select(part => int.TryParse(
                    part, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture,
                    out var number) ? number : 0),
        ];
        var isUsable = days.Length == AgeingQuery.UsualDays.Length && days[0] >= 1 && days[^1] <= DaysMax
            && days.Zip(days.Skip(1)).All(pair => pair.First < pair.Second);
        return isUsable ? days : AgeingQuery.UsualDays;
    }

    /// <summary>The days as an address writes them.</summary>
    public static string Text(ImmutableArray<int> days) => string.Join(',', days);

    /// <summary>Where the cell of a query stands.</summary>
    public static AgeingPlace Place(ListQuery query) => new(
        query.Filter(Row) ?? "", query.Filter(Currency) ?? "",
        Enum.TryParse<AgeingBucket>(query.Filter(Bucket), out var bucket) && Enum.IsDefined(bucket) ? bucket : null);

    /// <summary>What a bucket is called where the usual days hold.</summary>
    public static string Of(AgeingBucket? bucket) => Of(bucket, AgeingQuery.UsualDays);

    /// <summary>What a bucket is called.</summary>
    public static string Of(AgeingBucket? bucket, ImmutableArray<int> days) => bucket switch
    {
        AgeingBucket.NotDue => "Not due",
        AgeingBucket.Days1To30 => Between(1, days[0]),
        AgeingBucket.Days31To60 => Between(days[0] + 1, days[1]),
        AgeingBucket.Days61To90 => Between(days[1] + 1, days[2]),
        AgeingBucket.Days91To120 => Between(days[2] + 1, days[3]),
        AgeingBucket.Over120 => $"Over {days[3]} days",
        AgeingBucket.Credits => "Credits",
        AgeingBucket.Unapplied => "Unapplied cash",
        _ => "In all",
    };

    private static string Between(int first, int last) =>
        first == last ? (first == 1 ? "1 day" : $"{first} days") : $"{first}–{last} days";
}
