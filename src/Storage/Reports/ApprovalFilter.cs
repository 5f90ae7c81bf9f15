namespace BillingActors.Storage.Reports;

/// <summary>Which requests of the inbox are wanted.</summary>
/// <param name="At">Now, of the business; the day is that of each request's legal entity.</param>
/// <param name="IsExpired">Those that nobody can agree to any more, in place of those that wait.</param>
/// <param name="Action">Only this kind, such as "refund"; null for all.</param>
public sealed record ApprovalFilter(DateTimeOffset At, bool IsExpired = false, string? Action = null);
