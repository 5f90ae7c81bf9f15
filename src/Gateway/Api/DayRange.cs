using BillingActors.Gateway.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>The days a list covers.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">End day, exclusive.</param>
internal sealed record DayRange(DateOnly From, DateOnly Until)
{
    private const int DaysMax = 800;

    /// <summary>What is wrong with it, or null.</summary>
    public ProblemHttpResult? Problem =>
        Until > From && Until.DayNumber - From.DayNumber <= DaysMax
            ? null
            : Refused.With(ProblemCode.PeriodInvalid, $"until must lie 1 to {DaysMax} days after from.");
}
