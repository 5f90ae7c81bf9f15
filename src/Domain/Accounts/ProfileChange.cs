using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Accounts;

/// <summary>Changes the cycle or the terms of an account; the event keeps before and after.</summary>
public static class ProfileChange
{
    /// <summary>
    /// Refuses a closed or unknown account and terms out of range; the same profile again is nothing.
    /// </summary>
    public static Decision<AccountEvent> Decide(Account account, string cycleId, int termsDays)
    {
        if (Refusals.UnlessOpen(account) is { } no)
            return no;
        if (!Refusals.IsId(cycleId))
            return Refusals.IdInvalid;
        if (termsDays is < 0 or > 365)
            return Refusals.TermsInvalid;
        if (account.CycleId == cycleId && account.TermsDays == termsDays)
            return Decision<AccountEvent>.Nothing;
        return new AccountEvent.ProfileChanged(account.CycleId, cycleId, account.TermsDays, termsDays);
    }
}
