namespace BillingActors.Domain.Rating.Calls;

/// <summary>What a line of calls adds up.</summary>
/// <param name="Place">Piece, charge, destination, zone and period.</param>
/// <param name="Kind">Kind of part; use stands for whole calls too.</param>
/// <param name="Rate">Index of the rate, or -1.</param>
/// <param name="Step">Number of the step, or 0 for all.</param>
/// <param name="Bucket">Id of the bucket, or empty.</param>
internal readonly record struct LineKey(CallPlace Place, CallPartKind Kind, int Rate, int Step, string Bucket);
