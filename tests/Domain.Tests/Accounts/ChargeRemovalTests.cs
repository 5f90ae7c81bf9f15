using BillingActors.Domain.Accounts;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;

namespace BillingActors.Domain.Tests.Accounts;

public sealed class ChargeRemovalTests
{
    private static readonly Account Waiting = Open.After(Charge("fee-1", 500, Day(3, 1)));

    [Fact]
    public void A_charge_is_taken_back_once()
    {
        AssertOnce<AccountEvent.ChargeRemoved>(Waiting, a => ChargeRemoval.Decide(a, "fee-1", Context("mistake")));

        Assert.Empty(Waiting.After(ChargeRemoval.Decide(Waiting, "fee-1", Context("mistake"))).Charges);
    }

    [Fact]
    public void An_account_that_is_not_open_is_refused() =>
        AssertRefused(Refusals.AccountUnknown, ChargeRemoval.Decide(Account.None, "fee-1", Context("mistake")));

    [Fact]
    public void A_removal_without_a_reason_is_refused() =>
        AssertRefused(Refusals.ReasonMissing, ChargeRemoval.Decide(Waiting, "fee-1", Context()));

    [Fact]
    public void A_charge_that_does_not_wait_is_refused() =>
        AssertRefused(Refusals.ChargeUnknown, ChargeRemoval.Decide(Waiting, "fee-2", Context("mistake")));
}
