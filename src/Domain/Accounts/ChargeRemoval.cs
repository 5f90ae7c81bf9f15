using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Accounts;

/// <summary>Takes back a one-off charge before it is billed; by hand, so it needs a reason.</summary>
public static class ChargeRemoval
{
    /// <summary>Refuses a missing reason and a charge that does not wait.</summary>
    public static Decision<AccountEvent> Decide(Account account, string chargeId, CommandContext context)
    {
        if (Refusals.UnlessOpen(account) is { } no)
            return no;
        if (string.IsNullOrWhiteSpace(context.Reason))
            return Refusals.ReasonMissing;
        if (account.Charges.All(c => c.Id != chargeId))
            return Refusals.ChargeUnknown;
        return new AccountEvent.ChargeRemoved(chargeId);
    }
}
