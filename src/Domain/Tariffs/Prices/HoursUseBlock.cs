namespace BillingActors.Domain.Tariffs.Prices;

/// <summary>A block of hours of use.</summary>
/// <param name="UpTo">
/// Units per unit of demand up to which it reaches, counted from zero or, as a width, from the block before; null for
/// the last block.
/// </param>
/// <param name="Price">Price in the block: flat, or in tiers of units.</param>
public sealed record HoursUseBlock(decimal? UpTo, PriceModel Price)
{
    /// <summary>Units on top of those per unit of demand: "3,000 kWh plus 100 kWh per kW".</summary>
    public decimal Plus { get; init; }

    /// <summary>Demand that does not count: "100 kWh for each kW over 30".</summary>
    public decimal Over { get; init; }

    /// <summary>Least units of the limit or width: "but not less than 2,000 kWh"; null: none.</summary>
    public decimal? Least { get; init; }

    /// <summary>Most units of the limit or width: "but not more than 90,000 kWh"; null: none.</summary>
    public decimal? Most { get; init; }

    /// <summary>Whether it is as wide as it says, from the end of the block before, not up to a limit.</summary>
    public bool IsWidth { get; init; }

    /// <summary>Whether the limits of its tiers are counted from its own beginning, not over all blocks.</summary>
    public bool CountsFromItself { get; init; }

    /// <summary>Where it ends with a demand, in units, before it is cut by days; null: nowhere.</summary>
    internal decimal? EndOf(decimal demand, decimal before)
    {
        if (UpTo is not { } hours)
            return null;
        var size = (hours * decimal.Max(0m, demand - Over)) + Plus;
        if (Least is { } least)
            size = decimal.Max(size, least);
        if (Most is { } most)
            size = decimal.Min(size, most);
        return IsWidth ? before + size : size;
    }
}
