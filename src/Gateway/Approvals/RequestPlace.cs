using BillingActors.Storage.Evidence;

namespace BillingActors.Gateway.Approvals;

/// <summary>Which request, also one that was decided.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="RequestId">The request.</param>
internal sealed record RequestPlace(string EntityId, string AccountId, string RequestId)
{
    /// <summary>"entity/account".</summary>
    public string AccountKey => Grains.Interfaces.AccountKey.Of(EntityId, AccountId);

    /// <summary>Where a document of it is stored; without an id all of them.</summary>
    public EvidenceKey KeyOf(string documentId = "") => EvidenceKey.OfRequest(AccountKey, RequestId, documentId);
}
