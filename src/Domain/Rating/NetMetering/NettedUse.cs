using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating.Metered;
using BillingActors.Domain.Tariffs;

namespace BillingActors.Domain.Rating.NetMetering;

/// <summary>What is left to be priced after netting.</summary>
/// <param name="Calendar">The calendar whose periods were netted; null: all use together.</param>
/// <param name="Import">Net use by period.</param>
/// <param name="Export">Net delivery by period, for charges that pay it; what they pay is not banked.</param>
/// <param name="Source">Where the quantities come from and how they were netted.</param>
internal sealed record NettedUse(TimeOfUseCalendar? Calendar, decimal[] Import, decimal[] Export, LineSource Source)
{
    /// <summary>Counts delivery as use below zero.</summary>
    public void TakeAsUse(decimal[] import, decimal[] export)
    {
        for (var period = 0; period < Import.Length; period++)
            Import[period] = import[period] - export[period];
    }

    /// <summary>The net quantities by the periods of the calendar of a price.</summary>
    public UsedQuantity Of(TimeOfUseCalendar? calendar, bool isExport)
    {
        var quantities = isExport ? Export : Import;
        if (calendar is null)
            return new UsedQuantity([quantities.Sum()], Source);
        Invariant.Holds(calendar.Id == Calendar?.Id, "a netted price has the calendar of the netting");
        return new UsedQuantity(quantities, Source);
    }
}
