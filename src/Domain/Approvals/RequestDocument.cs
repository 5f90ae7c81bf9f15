namespace BillingActors.Domain.Approvals;

/// <summary>A document that its maker put to a request: its id in the archive is the hash of what is in it.</summary>
/// <param name="RequestId">The request, also after it was decided.</param>
/// <param name="Id">Id in the archive.</param>
public sealed record RequestDocument(string RequestId, string Id);
