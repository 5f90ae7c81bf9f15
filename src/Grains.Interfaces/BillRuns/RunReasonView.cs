namespace BillingActors.Grains.Interfaces.BillRuns;

/// <summary>Why a run holds accounts, and how many.</summary>
/// <param name="Code">Code of the reason.</param>
/// <param name="Count">Accounts that wait.</param>
/// <param name="OldestAt">Since when the oldest waits.</param>
public sealed record RunReasonView(string Code, long Count, DateTimeOffset OldestAt);
