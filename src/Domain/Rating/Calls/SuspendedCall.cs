namespace BillingActors.Domain.Rating.Calls;

/// <summary>A record that could not be rated; nothing of it was billed or taken from an allowance.</summary>
/// <param name="Id">Id of the record.</param>
/// <param name="Code">
/// One of: unknown-destination, unknown-network, unpriced-event, unpriced-call, outside-period, duplicate-record,
/// doubtful-record, allowance-exhausted, tariff-gap.
/// </param>
/// <param name="Detail">What is wrong, without personal data.</param>
public sealed record SuspendedCall(string Id, string Code, string Detail);
