namespace BillingActors.Domain.Rating;

/// <summary>Why an account is held: a stable code and a sentence.</summary>
/// <param name="Code">
/// One of: no-read, missing-intervals, doubtful-read, zero-use, high-use, low-use, tariff-gap, negative-bill,
/// unit-mismatch, currency-mismatch, inputs-changed; or a code of a record that was set aside.
/// </param>
/// <param name="Detail">What is wrong here, without personal data.</param>
public sealed record HoldReason(string Code, string Detail);
