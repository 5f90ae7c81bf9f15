namespace BillingActors.Grains.Interfaces.Streams;

/// <summary>What a request's record came to at the door.</summary>
/// <param name="Index">Its place in the request, from 0.</param>
/// <param name="Id">What its source named it by; null where that cannot be read.</param>
/// <param name="Outcome">accepted: it is durable and will have its effect; or rejected.</param>
/// <param name="Code">Why it was rejected, as a code; null where it was not.</param>
/// <param name="Detail">Why, in words.</param>
public sealed record RecordResult(int Index, string? Id, string Outcome, string? Code = null, string? Detail = null);
