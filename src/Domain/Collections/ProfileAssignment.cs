using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>Puts an account into a segment and a jurisdiction; they decide its dunning policy.</summary>
public static class ProfileAssignment
{
    /// <summary>Refuses ids of another form; the same profile again is nothing.</summary>
    public static Decision<AccountEvent> Decide(Account account, string segment, string jurisdiction, LocalDate on)
    {
        if (CollectionRefusals.UnlessKnown(account) is { } no)
            return no;
        if (!IsEmptyOrId(segment) || !IsEmptyOrId(jurisdiction))
            return Refusals.IdInvalid;
        var file = account.Collected;
        return file.Segment == segment && file.Jurisdiction == jurisdiction
            ? Decision<AccountEvent>.Nothing
            : new AccountEvent.CollectionProfileChanged(file.Segment, segment, file.Jurisdiction, jurisdiction, on);
    }

    private static bool IsEmptyOrId(string text) => text.Length == 0 || Refusals.IsId(text);
}
