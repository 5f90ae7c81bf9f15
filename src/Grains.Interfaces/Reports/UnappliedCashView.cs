namespace BillingActors.Grains.Interfaces.Reports;

/// <summary>Money that came in and is set against nothing, in minor units.</summary>
/// <param name="WaitingCount">Receipts with a rest that waits for a person; what a payer wants kept does not.</param>
/// <param name="WaitingMinor">What is left of them.</param>
/// <param name="OldestOn">Value date of the oldest; null without any.</param>
/// <param name="UnappliedMinor">The whole liability: what waits, what is kept on account, and credits.</param>
/// <param name="UnidentifiedMinor">Money of payers nobody knows.</param>
public sealed record UnappliedCashView(
    long WaitingCount, long WaitingMinor, DateOnly? OldestOn, long UnappliedMinor, long UnidentifiedMinor);
