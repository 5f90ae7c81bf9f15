using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.MasterData;

/// <summary>A bill cycle with its calendar: months by a day, or explicit period ends.</summary>
/// <param name="Id">Bill cycle.</param>
/// <param name="EntityId">Legal entity.</param>
/// <param name="Name">Name.</param>
/// <param name="AnchorDay">Day of the month periods begin on, 1 to 31; a shorter month takes its last day.</param>
/// <param name="Months">Months of a period, 1 to 12.</param>
/// <param name="Boundaries">Explicit period boundaries; where given, they replace the rule.</param>
/// <param name="ReadWindowDays">Days around the end of a period in which a closing read may lie, 0 to 31.</param>
/// <param name="HighUseFactor">
/// Use per day above this multiple of the history holds the account; 0 switches the check off.
/// </param>
/// <param name="LowUseFactor">
/// Use per day below this multiple of the history holds the account; 0 switches the check off.
/// </param>
/// <param name="HoldZeroUse">Whether zero use holds the account.</param>
/// <param name="AnchorMonth">
/// A month in which periods begin, 1 to 12; January when not given. Two months from February are February and March,
/// April and May, and so on.
/// </param>
[GenerateSerializer, Immutable, Alias("bill-cycle-record")]
public sealed record BillCycleRecord(
    [property: Id(0)] string Id,
    [property: Id(1)] string EntityId,
    [property: Id(2)] string Name,
    [property: Id(3)] int AnchorDay,
    [property: Id(4)] int Months,
    [property: Id(5)] ImmutableArray<DateOnly> Boundaries,
    [property: Id(6)] int ReadWindowDays,
    [property: Id(7)] decimal HighUseFactor,
    [property: Id(8)] decimal LowUseFactor,
    [property: Id(9)] bool HoldZeroUse,
    [property: Id(10)] int AnchorMonth = 1);
