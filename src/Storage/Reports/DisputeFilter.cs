namespace BillingActors.Storage.Reports;

/// <summary>Which disputes; null: any.</summary>
/// <param name="Stage">Stage, or "undecided" for all that run.</param>
/// <param name="Owner">Owner.</param>
/// <param name="Reason">Reason.</param>
public sealed record DisputeFilter(string? Stage = null, string? Owner = null, string? Reason = null);
