namespace BillingActors.Domain.Credits;

/// <summary>What is to be credited of a line; its taxes follow.</summary>
/// <param name="Number">Number of the line on the invoice, from 1.</param>
/// <param name="NetMinor">
/// Net amount in minor units, with the sign of the line; null for all that was not credited yet.
/// </param>
public sealed record LineCredit(int Number, long? NetMinor);
