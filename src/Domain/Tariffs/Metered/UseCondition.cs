namespace BillingActors.Domain.Tariffs.Metered;

/// <summary>When a charge applies: by what a charge before it bills in a full bill period.</summary>
/// <param name="Charge">Code of that charge.</param>
/// <param name="Above">It bills more than this; null: no limit.</param>
/// <param name="UpTo">It bills at most this; null: no limit.</param>
public sealed record UseCondition(string Charge, decimal? Above, decimal? UpTo);
