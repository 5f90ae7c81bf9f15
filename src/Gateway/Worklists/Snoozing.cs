using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Worklists;
using BillingActors.Storage.Worklists;

namespace BillingActors.Gateway.Worklists;

/// <summary>Lets a row of the worklist rest until a day on which more will be known.</summary>
internal static class Snoozing
{
    /// <summary>So far ahead a row may rest: longer would be forgetting it.</summary>
    public const int DaysMax = 90;

    /// <summary>Lets a row rest; the same day again changes nothing.</summary>
    public static async Task<Reply<WorklistRow>> Snooze(
        IWorklistStore store, long id, (DateOnly Until, DateOnly Today) days, CancellationToken cancellation)
    {
        if (days.Until <= days.Today || days.Until > days.Today.AddDays(DaysMax))
        {
            return Reply<WorklistRow>.No(
                "date-not-allowed", $"A row rests until a later day, at most {DaysMax} days ahead.");
        }
        return await store.Snooze(id, days.Until, cancellation) && await store.Read(id, cancellation) is { } row
            ? new Reply<WorklistRow>(row)
            : Reply<WorklistRow>.No(ProblemCode.WorklistResolved, "The row is not open any more.");
    }
}
