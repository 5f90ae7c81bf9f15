using BillingActors.Domain.Tariffs;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Prices;

/// <summary>
/// Where tiers go on counting: after the charges of the same group before, after the bills of the same year, or after
/// all bills.
/// </summary>
/// <param name="Piece">The piece with its groups and the state.</param>
/// <param name="Code">Code of the charge.</param>
/// <param name="Year">The year of tiers per year.</param>
internal sealed record TierStarts(PieceDraft Piece, string Code, Period Year)
{
    // The window of a count that no bill closes.
    private static readonly Period _life = new(new LocalDate(1, 1, 1), new LocalDate(9999, 12, 31));

    /// <summary>What was counted before; zero for tiers that begin with each bill.</summary>
    public decimal Of(PriceModel model, string? period)
    {
        if (model is not PriceModel.Tiers tiers)
            return 0m;
        var key = period ?? "";
        if (WindowOf(tiers.Per) is { } window)
            return Piece.State.CountOf(tiers.CountedWith ?? Code, key, window);
        return tiers.CountedWith is { } group ? Piece.GroupCounts.GetValueOrDefault((group, key)) : 0m;
    }

    /// <summary>Counts a quantity for those that come after.</summary>
    public void Count(PriceModel model, string? period, decimal quantity)
    {
        if (model is not PriceModel.Tiers tiers)
            return;
        var key = period ?? "";
        var count = Of(model, period) + quantity;
        if (WindowOf(tiers.Per) is { } window)
            Piece.State.SetCount(tiers.CountedWith ?? Code, key, window, count);
        else if (tiers.CountedWith is { } group)
            Piece.GroupCounts[(group, key)] = count;
    }

    private Period? WindowOf(ChargePer per) => per switch
    {
        ChargePer.Year => Year,
        ChargePer.Life => _life,
        _ => null,
    };
}
