namespace BillingActors.Domain.Collections;

/// <summary>An item of a plan and what was open of it when the plan was agreed.</summary>
public sealed record PlanItem(string ItemId, long OpenMinor);
