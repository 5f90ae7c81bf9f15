using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Approvals;

/// <summary>The maker of a request puts documents to it, for whoever decides to see.</summary>
public static class RequestFiling
{
    /// <summary>How many documents a request may have.</summary>
    public const int DocumentCountMax = 10;

    /// <summary>
    /// Refuses everybody but the maker, a request that does not wait or expired, and ids of another form; a document
    /// that is there is nothing.
    /// </summary>
    public static Decision<AccountEvent> Decide(
        Account account, AccountEvent.ActionDocumentAdded wanted, CommandContext context)
    {
        if (!Refusals.IsId(wanted.FileId))
            return Refusals.IdInvalid;
        if (account.Requests.FirstOrDefault(waiting => waiting.RequestId == wanted.RequestId) is not { } waiting)
            return ApprovalRefusals.RequestUnknown;
        if (waiting.MakerId != context.Actor.Id)
            return ApprovalRefusals.NotTheMaker;
        if (wanted.On > waiting.ExpiresOn)
            return ApprovalRefusals.RequestExpired;
        var known = account.DocumentsOf(wanted.RequestId).ToList();
        if (known.Contains(wanted.FileId, StringComparer.Ordinal))
            return Decision<AccountEvent>.Nothing;
        return known.Count >= DocumentCountMax ? ApprovalRefusals.TooManyDocuments : wanted;
    }
}
