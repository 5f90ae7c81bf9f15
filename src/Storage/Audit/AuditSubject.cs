namespace BillingActors.Storage.Audit;

/// <summary>What an action was done to.</summary>
/// <param name="Kind">Such as "key", "user", "bill-run", "account".</param>
/// <param name="Id">Its id; no personal data of customers.</param>
/// <param name="EntityId">The legal entity it belongs to; null for none.</param>
/// <param name="AccountId">The account, where it is one or belongs to one.</param>
public sealed record AuditSubject(string Kind, string Id, string? EntityId = null, string? AccountId = null);
