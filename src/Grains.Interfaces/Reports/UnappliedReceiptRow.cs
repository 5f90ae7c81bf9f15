namespace BillingActors.Grains.Interfaces.Reports;

/// <summary>A receipt with a rest that waits for a person.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="ReceiptId">Receipt.</param>
/// <param name="Method">How it was paid.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="AmountMinor">What came in, in minor units.</param>
/// <param name="UnappliedMinor">What is left of it.</param>
/// <param name="ValueOn">From when it counts as paid.</param>
public sealed record UnappliedReceiptRow(
    string EntityId,
    string AccountId,
    string ReceiptId,
    string Method,
    string Currency,
    long AmountMinor,
    long UnappliedMinor,
    DateOnly ValueOn);
