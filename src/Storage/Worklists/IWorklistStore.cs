using BillingActors.Grains.Interfaces.Worklists;

namespace BillingActors.Storage.Worklists;

/// <summary>Rows that wait for a person: rejected records and held accounts.</summary>
public interface IWorklistStore
{
    /// <summary>One row, or null.</summary>
    Task<WorklistRow?> Read(long id, CancellationToken cancellation);

    /// <summary>Gives a row an owner; false when there is no such open row.</summary>
    Task<bool> Assign(long id, string owner, CancellationToken cancellation);

    /// <summary>Lets a row rest until a day, on which it waits again; false when there is no such open row.</summary>
    Task<bool> Snooze(long id, DateOnly until, CancellationToken cancellation);

    /// <summary>Resolves an open row with a state, a person and a reason; false when it was resolved before.</summary>
    Task<bool> Resolve(long id, string state, string actorId, string resolution, CancellationToken cancellation);
}
