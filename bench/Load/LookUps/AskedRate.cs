using BillingActors.Load.Machine;

namespace BillingActors.Load.LookUps;

/// <summary>How many answers a second a closed loop got, and how long each took.</summary>
internal sealed record AskedRate(double PerSecond, Times Times);
