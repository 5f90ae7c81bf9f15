namespace BillingActors.Storage.Audit;

/// <summary>An account at which every look is noted: of a colleague, a person in the public eye, a victim.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="Reason">Why it is watched.</param>
/// <param name="MarkedBy">Who said so.</param>
/// <param name="MarkedAt">When.</param>
public sealed record SensitiveAccount(
    string EntityId, string AccountId, string Reason, string MarkedBy, DateTimeOffset MarkedAt);
