using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Invoicing;

/// <summary>A bill cycle: its calendar and what it checks before a bill may leave.</summary>
/// <param name="Id">Bill cycle.</param>
/// <param name="EntityId">Legal entity.</param>
/// <param name="Calendar">Its periods.</param>
/// <param name="ReadWindowDays">Days around the end of a period in which a closing read may lie.</param>
/// <param name="HighUseFactor">Use per day above this multiple of the history holds; 0 switches the check off.</param>
/// <param name="LowUseFactor">Use per day below this multiple of the history holds; 0 switches the check off.</param>
/// <param name="HoldZeroUse">Whether zero use holds.</param>
public sealed record BillCycle(
    string Id,
    string EntityId,
    BillingCalendar Calendar,
    int ReadWindowDays,
    decimal HighUseFactor,
    decimal LowUseFactor,
    bool HoldZeroUse);
