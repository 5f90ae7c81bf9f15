namespace BillingActors.Domain.BillRuns;

/// <summary>A range of account keys that one partition works through in order.</summary>
/// <param name="Number">Number, from 0.</param>
/// <param name="AfterKey">Exclusive lower bound; empty for the first.</param>
/// <param name="ThroughKey">Inclusive upper bound; empty for the last.</param>
public sealed record RunPartition(int Number, string AfterKey, string ThroughKey);
