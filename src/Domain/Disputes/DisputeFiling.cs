using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Disputes;

/// <summary>Puts documents to a dispute, by id and kind.</summary>
public static class DisputeFiling
{
    /// <summary>How many documents a dispute may have.</summary>
    public const int DocumentCountMax = 50;

    /// <summary>
    /// Refuses a closed dispute, ids of another form, and an id that is there as another kind; a document that is there
    /// is nothing.
    /// </summary>
    public static Decision<AccountEvent> Decide(Account account, AccountEvent.DisputeDocumentAdded wanted)
    {
        if (DisputeRefusals.UnlessKnown(account) is { } no)
            return no;
        if (!Refusals.IsId(wanted.FileId) || !Refusals.IsId(wanted.FileKind))
            return Refusals.IdInvalid;
        if (account.Dispute(wanted.DisputeId) is not { } dispute)
            return DisputeRefusals.DisputeUnknown;
        if (dispute.Documents.FirstOrDefault(document => document.Id == wanted.FileId) is { } known)
            return known.Kind == wanted.FileKind ? Decision<AccountEvent>.Nothing : DisputeRefusals.DocumentExists;
        if (dispute.Stage == DisputeStage.Closed)
            return DisputeRefusals.WrongStage(dispute.Stage);
        return dispute.Documents.Length >= DocumentCountMax ? DisputeRefusals.TooManyDocuments : wanted;
    }
}
