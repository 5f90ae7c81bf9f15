using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Approvals;

/// <summary>What the events of the approvals make of an account, and the sums that limits look at.</summary>
internal static class ApprovalFold
{
    public static Account Apply(Account account, AccountEvent.ApprovalEvent happened, EventEnvelope envelope) =>
        happened switch
        {
            AccountEvent.ActionRequested e => Requested(account, Waiting(e, envelope)),
            AccountEvent.ActionApproved e => Decided(account, e.RequestId) with
            {
                HandDay = new(envelope.Context.CommandId, e.On),
            },
            AccountEvent.ActionRejected e => Decided(account, e.RequestId),
            AccountEvent.ActionWithdrawn e => Decided(account, e.RequestId),
            AccountEvent.ActionVoided e => Decided(account, e.RequestId),
            AccountEvent.ActionDocumentAdded e => Filed(account, new RequestDocument(e.RequestId, e.FileId)),
            _ => throw new BrokenInvariantException("every event of the approvals is known"),
        };

    /// <summary>The account after a person moved money by an action; only the newest day is kept.</summary>
    public static Account Moved(Account account, string action, long minor, LocalDate dated, EventEnvelope envelope)
    {
        // What was asked for on another day counts on the day of the person who agrees.
        var on = account.HandDay is { } day && day.CommandId == envelope.Context.CommandId ? day.On : dated;
        var today = account.HandSums.RemoveAll(sum => sum.On < on);
        var person = envelope.Context.Actor.Id;
        var known = today.FirstOrDefault(sum => sum.PersonId == person && sum.Action == action && sum.On == on);
        return account with
        {
            HandSums = known is null
                ? today.Add(new HandSum(person, action, on, minor))
                : today.Replace(known, known with { Minor = known.Minor + minor }),
        };
    }

    private static PendingAction Waiting(AccountEvent.ActionRequested e, EventEnvelope envelope) => new(
        e.Action.Id,
        e.Action,
        e.EffectMinor,
        envelope.Context.Actor.Id,
        envelope.Context.Reason ?? "",
        e.On,
        e.ExpiresOn);

    // An id may be asked for again once it was given up; what was put to it then belongs to the request of then.
    private static Account Requested(Account account, PendingAction waiting) => account with
    {
        Requests = account.Requests.Add(waiting),
        RequestDocuments = account.RequestDocuments.RemoveAll(known => known.RequestId == waiting.RequestId),
    };

    private static Account Filed(Account account, RequestDocument document)
    {
        var known = account.RequestDocuments;
        var oldest = known.Length < Account.RequestDocumentCountMax
            ? null
            : known.FirstOrDefault(one => account.Requests.All(waiting => waiting.RequestId != one.RequestId));
        return account with { RequestDocuments = (oldest is null ? known : known.Remove(oldest)).Add(document) };
    }

    private static Account Decided(Account account, string requestId)
    {
        var decided = account.Decided.Length >= Account.DecidedCountMax ? account.Decided.RemoveAt(0) : account.Decided;
        return account with
        {
            Requests = account.Requests.RemoveAll(waiting => waiting.RequestId == requestId),
            Decided = decided.Add(requestId),
        };
    }
}
