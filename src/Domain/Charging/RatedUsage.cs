using NodaTime;

namespace BillingActors.Domain.Charging;

/// <summary>One record as it was rated when it came; a record that two charges count stands here twice.</summary>
/// <param name="Source">Who reported it.</param>
/// <param name="Id">Its id.</param>
/// <param name="At">When it began.</param>
/// <param name="Charge">Code of the charge; empty where it costs nothing by any.</param>
/// <param name="Label">What the charge counts apart; empty for the whole.</param>
/// <param name="Quantity">Its quantity.</param>
/// <param name="Amount">What it comes to, exact, in units of the currency.</param>
/// <param name="Key">Its key in base64: it tells a repetition from a contradiction.</param>
public sealed record RatedUsage(
    string Source, string Id, Instant At, string Charge, string Label, decimal Quantity, decimal Amount, string Key);
