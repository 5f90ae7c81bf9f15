namespace BillingActors.Storage.Accounts;

/// <summary>The writer's queue is full: try again later, with the same command id.</summary>
public sealed class StoreBusyException() : Exception("The store is busy; try again.");
