using BillingActors.Domain.Tariffs.Calls;

namespace BillingActors.Domain.Rating.Calls;

/// <summary>A stretch of a call with one rate, step and period.</summary>
/// <param name="Index">Index of the rate.</param>
/// <param name="Rate">The rate.</param>
/// <param name="Number">Index of the step.</param>
/// <param name="Period">Period of the calendar, or null.</param>
/// <param name="End">Where it ends, as a position in the call.</param>
internal readonly record struct CallRun(int Index, CallRate Rate, int Number, string? Period, decimal End)
{
    public CallStep Step => Rate.Steps[Number];
}
