namespace BillingActors.Domain.Metering;

/// <summary>What a source says of a read: the dials before and now, and what was used between.</summary>
/// <param name="Previous">The read before, 10^-scale, if given.</param>
/// <param name="Current">This read, 10^-scale.</param>
/// <param name="Quantity">What was used, 10^-scale, if given; negative for what was received, in some sources.</param>
/// <param name="Scale">Decimals of all three.</param>
/// <param name="Quality">Quality of this read.</param>
public sealed record ReadClaim(long? Previous, long Current, long? Quantity, int Scale, ReadQuality Quality);
