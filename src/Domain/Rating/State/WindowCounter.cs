using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.State;

/// <summary>How far a quantity or an amount has come in a window that is still open.</summary>
/// <param name="Charge">Code of the charge.</param>
/// <param name="Key">What is counted apart, such as a dimension or a time-of-use period; empty for the whole.</param>
/// <param name="Window">The window.</param>
/// <param name="Quantity">The count so far.</param>
public sealed record WindowCounter(string Charge, string Key, Period Window, decimal Quantity);
