using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tariffs;

namespace BillingActors.Domain.Rating.Prices;

/// <summary>
/// Where tiers go on counting: after the charges of the same group before, and after the bills of the same year.
/// </summary>
/// <param name="Piece">The piece with its groups and the state.</param>
/// <param name="Code">Code of the charge.</param>
/// <param name="Year">The year of tiers per year.</param>
internal sealed record TierStarts(PieceDraft Piece, string Code, Period Year)
{
    /// <summary>What was counted before; zero for tiers that begin with each bill.</summary>
    public decimal Of(PriceModel model, string? period)
    {
        if (model is not PriceModel.Tiers tiers)
            return 0m;
        var key = period ?? "";
        if (tiers.Per == ChargePer.Year)
            return Piece.State.CountOf(tiers.CountedWith ?? Code, key, Year);
        return tiers.CountedWith is { } group ? Piece.GroupCounts.GetValueOrDefault((group, key)) : 0m;
    }

    /// <summary>Counts a quantity for those that come after.</summary>
    public void Count(PriceModel model, string? period, decimal quantity)
    {
        if (model is not PriceModel.Tiers tiers)
            return;
        var key = period ?? "";
        var count = Of(model, period) + quantity;
        if (tiers.Per == ChargePer.Year)
            Piece.State.SetCount(tiers.CountedWith ?? Code, key, Year, count);
        else if (tiers.CountedWith is { } group)
            Piece.GroupCounts[(group, key)] = count;
    }
}
