using System.Collections.Immutable;

namespace BillingActors.Formats.Urdb.Charges;

/// <summary>The unit a demand is priced in.</summary>
/// <param name="Unit">Unit of the charge.</param>
/// <param name="PerUnit">How many of the file's units are one of it.</param>
/// <param name="IsDaily">Whether the highest demand of each day is priced, and not that of the month.</param>
internal sealed record UrdbDemandUnit(string Unit, decimal PerUnit, bool IsDaily)
{
    // A mechanical horsepower is 745.69987158227022 W.
    private const decimal HorsepowerPerKilowatt = 1.3410220896m;

    private static readonly ImmutableArray<(string Word, string Unit, decimal PerUnit)> Known =
    [
        ("", "kW", 1m), ("kw", "kW", 1m), ("mw", "MW", 1m), ("kva", "kVA", 1m), ("hp", "kW", HorsepowerPerKilowatt),
    ];

    /// <summary>The unit a word such as "kw" or "kvadaily" names, or null.</summary>
    public static UrdbDemandUnit? Of(string word)
    {
        var isDaily = word.EndsWith("daily", StringComparison.Ordinal);
        var unit = isDaily ? word[..^"daily".Length].TrimEnd('_', '/') : word;
        foreach (var known in Known)
        {
            if (known.Word == unit)
                return new UrdbDemandUnit(known.Unit, known.PerUnit, isDaily);
        }
        return null;
    }

    /// <summary>A price per unit of the file as one per unit of the charge.</summary>
    public decimal PriceOf(decimal price) => price * PerUnit;

    /// <summary>A limit in units of the file as one in units of the charge.</summary>
    public decimal? LimitOf(decimal? limit) =>
        PerUnit == 1m || limit is null ? limit : decimal.Round(limit.Value / PerUnit, 6, MidpointRounding.AwayFromZero);
}
