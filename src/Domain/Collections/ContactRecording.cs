using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Collections;

/// <summary>Notes that somebody tried to reach the customer, and how; what was said stays elsewhere.</summary>
public static class ContactRecording
{
    /// <summary>Refuses ids of another form; the same attempt again is nothing.</summary>
    public static Decision<AccountEvent> Decide(Account account, AccountEvent.ContactAttempted wanted)
    {
        if (CollectionRefusals.UnlessKnown(account) is { } no)
            return no;
        if (!Refusals.IsId(wanted.ContactId) || !Refusals.IsId(wanted.Channel))
            return Refusals.IdInvalid;
        var contact = new ContactAttempt(wanted.ContactId, wanted.Channel, wanted.On);
        if (account.Collected.Contacts.FirstOrDefault(known => known.Id == wanted.ContactId) is { } old)
            return old == contact ? Decision<AccountEvent>.Nothing : CollectionRefusals.IdTaken;
        return wanted;
    }
}
