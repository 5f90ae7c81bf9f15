using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Collections;

/// <summary>Takes items back from an agency, recalled or returned; dunning goes on where it stood.</summary>
public static class AgencyEnding
{
    /// <summary>Refuses an unknown placement and one that ended the other way; the same end again is nothing.</summary>
    public static Decision<AccountEvent> Decide(Account account, AccountEvent.AgencyPlacementEnded wanted)
    {
        if (CollectionRefusals.UnlessKnown(account) is { } no)
            return no;
        if (account.Collected.Placement(wanted.PlacementId) is not { } placement)
            return CollectionRefusals.PlacementUnknown;
        if (placement.Status == wanted.Status && !placement.IsRunning)
            return Decision<AccountEvent>.Nothing;
        if (!placement.IsRunning || wanted.Status == PlacementStatus.Placed)
            return CollectionRefusals.AlreadyEnded;
        return wanted.On < placement.PlacedOn ? Refusals.DateNotAllowed : wanted;
    }
}
