namespace BillingActors.Gateway.Api;

/// <summary>Lets a row of the worklist rest.</summary>
/// <param name="Until">The day it waits again: later than today, at most 90 days ahead.</param>
public sealed record Snooze(DateOnly Until);
