using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Console.Lists;

/// <summary>What an ageing says of itself in addresses, on the screen and in files.</summary>
internal static class AgeingWords
{
    public const string Group = "by";
    public const string Basis = "basis";
    public const string On = "on";
    public const string Row = "row";
    public const string Currency = "currency";
    public const string Bucket = "bucket";

    /// <summary>Ages counted from the date of the document.</summary>
    public const string Document = "document-date";

    private const string DayFormat = "yyyy-MM-dd";

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
        return new AgeingQuery(isDay ? on : today, query.Filter(Basis) == Document, group);
    }

    /// <summary>Where the cell of a query stands.</summary>
    public static AgeingPlace Place(ListQuery query) => new(
        query.Filter(Row) ?? "", query.Filter(Currency) ?? "",
        Enum.TryParse<AgeingBucket>(query.Filter(Bucket), out var bucket) && Enum.IsDefined(bucket) ? bucket : null);

    /// <summary>What a bucket is called.</summary>
    public static string Of(AgeingBucket? bucket) => bucket switch
    {
        AgeingBucket.NotDue => "Not due",
        AgeingBucket.Days1To30 => "1–30 days",
        AgeingBucket.Days31To60 => "31–60 days",
        AgeingBucket.Days61To90 => "61–90 days",
        AgeingBucket.Days91To120 => "91–120 days",
        AgeingBucket.Over120 => "Over 120 days",
        AgeingBucket.Credits => "Credits",
        AgeingBucket.Unapplied => "Unapplied cash",
        _ => "In all",
    };
}
