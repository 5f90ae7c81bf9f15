using BillingActors.Domain.Accounts;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;

namespace BillingActors.Domain.Tests.Accounts;

public sealed class AccountClosingTests
{
    private static readonly Account Done = Open.After(
        Start("K-1", Day(2, 1), Day(4, 1)), SampleInvoice.Of("K-1", Day(2, 1), Day(4, 1)));

    [Fact]
    public void An_account_that_is_billed_to_the_end_is_closed_once_and_still_owes()
    {
        var closed = AssertOnce<AccountEvent.Closed>(Done, a => AccountClosing.Decide(a, Day(4, 1)));

        Assert.Equal(Eur(1200), Done.After(closed).Balance);
    }

    [Fact]
    public void An_account_without_contracts_is_closed() =>
        Assert.Single(AccountClosing.Decide(Open, Day(1, 1)).Events);

    [Fact]
    public void An_unknown_account_is_refused() =>
        AssertRefused(Refusals.AccountUnknown, AccountClosing.Decide(Account.None, Day(4, 1)));

    [Fact]
    public void A_day_before_it_was_opened_is_refused() =>
        AssertRefused(Refusals.DateNotAllowed, AccountClosing.Decide(Open, Day(1, 1).PlusDays(-1)));

    [Fact]
    public void What_is_still_in_use_is_refused()
    {
        AssertRefused(Refusals.AccountInUse, AccountClosing.Decide(Open.After(Start("K-1", Day(2, 1))), Day(4, 1)));
        AssertRefused(
            Refusals.AccountInUse, AccountClosing.Decide(Open.After(Start("K-1", Day(2, 1), Day(4, 1))), Day(4, 1)));
        AssertRefused(Refusals.AccountInUse, AccountClosing.Decide(Done, Day(3, 31)));
        AssertRefused(
            Refusals.AccountInUse, AccountClosing.Decide(Done.After(Charge("fee-1", 1, Day(3, 1))), Day(4, 1)));
    }
}
