using BillingActors.Load.Machine;

namespace BillingActors.Load.Cycles;

/// <summary>How long the stages took, and how long balance look-ups took meanwhile.</summary>
internal sealed record EngineTimes(TimeSpan Calculate, TimeSpan Release, Times LookUps);
