namespace BillingActors.Domain.Collections;

/// <summary>How far ahead a promise may lie, and after how many broken ones none is taken.</summary>
public sealed record PromiseRule(int DaysMax, int BrokenCountMax);
