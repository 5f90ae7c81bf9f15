using BillingActors.Load.Machine;

namespace BillingActors.Load.LookUps;

/// <summary>How long look-ups took: of accounts that were active, and of accounts that were not.</summary>
internal sealed record DeskTimes(Times Warm, Times Cold);
