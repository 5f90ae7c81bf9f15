namespace BillingActors.Storage.Evidence;

/// <summary>A document of a dispute.</summary>
/// <param name="AccountKey">"entity/account".</param>
/// <param name="DisputeId">Dispute.</param>
/// <param name="DocumentId">Document; empty for all of the dispute.</param>
public sealed record EvidenceKey(string AccountKey, string DisputeId, string DocumentId = "")
{
    /// <summary>What an envelope belongs to.</summary>
    internal string Place(string part) => $"evidence/{AccountKey}/{DisputeId}/{DocumentId}/{part}";
}
