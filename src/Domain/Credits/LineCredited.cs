namespace BillingActors.Domain.Credits;

/// <summary>What a credit memo takes off a line.</summary>
/// <param name="Line">Place of the line on the invoice, from 0.</param>
/// <param name="NetMinor">Net amount in minor units, with the sign of the line.</param>
public sealed record LineCredited(int Line, long NetMinor);
