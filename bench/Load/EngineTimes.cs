namespace BillingActors.Load;

/// <summary>How long the stages took, and how long balance look-ups took meanwhile, in order.</summary>
internal sealed record EngineTimes(TimeSpan Calculate, TimeSpan Release, TimeSpan[] LookUps);
