using BillingActors.Load.Machine;

namespace BillingActors.Load.Cycles;

/// <summary>What the engine did: its stages, and what they cost; look-ups are in the cost too.</summary>
internal sealed record EngineMeasure(WorkMeasure Work, EngineTimes Times);
