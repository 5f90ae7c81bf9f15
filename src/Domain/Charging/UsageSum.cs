namespace BillingActors.Domain.Charging;

/// <summary>What the records of a period have come to for one charge, exact.</summary>
/// <param name="Charge">Code of the charge.</param>
/// <param name="Label">What is counted apart under it, such as a destination; empty for the whole.</param>
/// <param name="Count">How many records.</param>
/// <param name="Quantity">Seconds, bytes, count or units.</param>
/// <param name="Amount">Exact amount in units of the currency.</param>
public sealed record UsageSum(string Charge, string Label, long Count, decimal Quantity, decimal Amount);
