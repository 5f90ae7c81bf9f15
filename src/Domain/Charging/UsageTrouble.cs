namespace BillingActors.Domain.Charging;

/// <summary>A record that was not rated: set aside for a person, or contradicting one that was.</summary>
/// <param name="Source">Who reported it.</param>
/// <param name="Id">Its id.</param>
/// <param name="Code">Why.</param>
/// <param name="Detail">The same in words, without personal data.</param>
public sealed record UsageTrouble(string Source, string Id, string Code, string Detail);
