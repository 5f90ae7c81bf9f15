using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Collections;

/// <summary>Notes the legal notice before a disconnection; its waiting period begins that day.</summary>
public static class NoticeServing
{
    /// <summary>Refuses an unknown contract; the same notice again is nothing.</summary>
    public static Decision<AccountEvent> Decide(Account account, AccountEvent.NoticeServed wanted)
    {
        if (CollectionRefusals.UnlessKnown(account) is { } no)
            return no;
        if (!Refusals.IsId(wanted.NoticeId))
            return Refusals.IdInvalid;
        if (account.Contract(wanted.ContractId) is not { } contract)
            return Refusals.ContractUnknown;
        var notice = new ServedNotice(wanted.NoticeId, wanted.ContractId, wanted.Delivery, wanted.On);
        if (account.Collected.Notices.FirstOrDefault(known => known.Id == wanted.NoticeId) is { } old)
            return old == notice ? Decision<AccountEvent>.Nothing : CollectionRefusals.IdTaken;
        return wanted.On < contract.From ? Refusals.DateNotAllowed : wanted;
    }
}
