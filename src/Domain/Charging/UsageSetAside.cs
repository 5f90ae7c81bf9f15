namespace BillingActors.Domain.Charging;

/// <summary>A record that was not rated, as the event tells it.</summary>
/// <param name="Source">Who reported it.</param>
/// <param name="Id">Its id.</param>
/// <param name="Code">Why.</param>
public sealed record UsageSetAside(string Source, string Id, string Code);
