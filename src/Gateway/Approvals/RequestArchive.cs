using System.Collections.Immutable;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Storage.Evidence;

namespace BillingActors.Gateway.Approvals;

/// <summary>
/// Documents that makers put to what they ask for, and others see before they decide; the same by either door. They are
/// stored first and filed then: what is filed can be opened, and what was not filed is nobody's document.
/// </summary>
internal sealed class RequestArchive(IGrainFactory grains, IEvidenceStore store)
{
    /// <summary>Documents a request may have, as the account counts them.</summary>
    private const int CountMax = 10;

    /// <summary>The documents of a request, the oldest first; null where the caller may not see the account.</summary>
    public async Task<ImmutableArray<RequestDocumentView>?> Of(
        Caller caller, RequestPlace of, CancellationToken cancellation)
    {
        if (!caller.Scope.Allows(of.EntityId)
            || await GrainOf(of).DocumentsOf(of.RequestId, cancellation) is not { } filed)
        {
            return null;
        }
        var heads = filed.IsEmpty ? [] : await store.Heads(of.KeyOf(), cancellation);
        return
        [
            .. filed.Select(id => RequestDocumentView.Of(id, heads.FirstOrDefault(head => head.DocumentId == id))),
        ];
    }

    /// <summary>A document of a request; null where there is none the caller may see, or it cannot be read.</summary>
    public async Task<(EvidenceHead Head, byte[] Content)?> Find(
        Caller caller, RequestPlace of, string documentId, CancellationToken cancellation) =>
        caller.Scope.Allows(of.EntityId)
            && await GrainOf(of).DocumentsOf(of.RequestId, cancellation) is { } filed
            && filed.Contains(documentId, StringComparer.Ordinal)
            ? await store.Find(of.KeyOf(documentId), cancellation)
            : null;

    /// <summary>Puts a document to a request of the caller's own that waits.</summary>
    public async Task<Reply<RequestDocumentView>> Add(
        (Caller Caller, CommandEnvelope Envelope) who, RequestPlace of, EvidenceFile file,
        CancellationToken cancellation)
    {
        if (!who.Caller.Scope.Allows(of.EntityId)
            || await grains.Account(of.AccountKey).View(cancellation) is not { } account)
        {
            return Reply<RequestDocumentView>.No(ProblemCode.AccountUnknown, "There is no such account.");
        }
        var documentId = IEvidenceStore.IdOf(file.Content.Span);
        // Where the account will say no, or has said yes before, nothing is stored.
        var isWanted = (await GrainOf(of).Requests(cancellation) ?? []).Any(waiting =>
            waiting.RequestId == of.RequestId && waiting.MakerId == who.Envelope.ActorId
            && (waiting.DocumentIds ?? []).Length < CountMax);
        if (isWanted && await store.Add(of.KeyOf(), account.CustomerId, file, cancellation) is null)
        {
            return Reply<RequestDocumentView>.No(
                ProblemCode.DocumentRefused,
                "Only PDF, PNG and JPEG files of at most 2 MB are taken, of customers whose data is not erased.");
        }
        var reply = await GrainOf(of).AddDocument(
            who.Envelope, new AddRequestDocument(of.RequestId, documentId), cancellation);
        if (reply.Value is null)
            return new Reply<RequestDocumentView>(null, reply.Problem);
        var heads = await store.Heads(of.KeyOf(), cancellation);
        return new Reply<RequestDocumentView>(
            RequestDocumentView.Of(documentId, heads.FirstOrDefault(head => head.DocumentId == documentId)),
            IsReplay: reply.IsReplay);
    }

    private IAccountCreditGrain GrainOf(RequestPlace of) => grains.GetGrain<IAccountCreditGrain>(of.AccountKey);
}
