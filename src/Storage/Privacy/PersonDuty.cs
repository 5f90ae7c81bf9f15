namespace BillingActors.Storage.Privacy;

/// <summary>What the law wants of a person's data on a day.</summary>
/// <param name="EndsOn">Last day of the last duty; null while it cannot be known.</param>
/// <param name="OpenAccountCount">Accounts that are open.</param>
/// <param name="UnsettledAccountCount">Closed accounts on which something is owed.</param>
/// <param name="HasEnded">Whether no duty is left.</param>
public sealed record PersonDuty(DateOnly? EndsOn, int OpenAccountCount, int UnsettledAccountCount, bool HasEnded);
