using BillingActors.Domain.Accounts;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;

namespace BillingActors.Domain.Tests.Accounts;

public sealed class ContractEndTests
{
    private static readonly Account Running = Open.After(Start("K-1", Day(2, 1)));

    [Fact]
    public void A_contract_is_ended_once() =>
        Assert.Equal(
            new AccountEvent.ContractEnded("K-1", null, Day(4, 1)),
            AssertOnce<AccountEvent.ContractEnded>(Running, a => ContractEnd.Decide(a, "K-1", Day(4, 1))));

    [Fact]
    public void An_end_may_be_moved_and_the_event_says_from_where() =>
        Assert.Equal(
            new AccountEvent.ContractEnded("K-1", Day(4, 1), Day(3, 1)),
            AssertOnce<AccountEvent.ContractEnded>(
                Running.After(new AccountEvent.ContractEnded("K-1", null, Day(4, 1))),
                a => ContractEnd.Decide(a, "K-1", Day(3, 1))));

    [Fact]
    public void An_account_that_is_not_open_is_refused() =>
        AssertRefused(Refusals.AccountUnknown, ContractEnd.Decide(Account.None, "K-1", Day(4, 1)));

    [Fact]
    public void An_unknown_contract_is_refused() =>
        AssertRefused(Refusals.ContractUnknown, ContractEnd.Decide(Running, "K-2", Day(4, 1)));

    [Fact]
    public void An_end_that_is_not_after_the_start_is_refused() =>
        AssertRefused(Refusals.DateNotAllowed, ContractEnd.Decide(Running, "K-1", Day(2, 1)));

    [Fact]
    public void An_end_before_what_is_billed_is_refused()
    {
        var billed = Running.After(SampleInvoice.Of("K-1", Day(2, 1), Day(4, 1)));

        AssertRefused(Refusals.PeriodBilled, ContractEnd.Decide(billed, "K-1", Day(3, 31)));
        Assert.Single(ContractEnd.Decide(billed, "K-1", Day(4, 1)).Events);
    }

    [Fact]
    public void A_contract_is_not_stretched_into_the_next_one_of_its_service_point()
    {
        var followed = Running.After(
            new AccountEvent.ContractEnded("K-1", null, Day(4, 1)), Start("K-2", Day(5, 1)));

        AssertRefused(Refusals.ContractOverlap, ContractEnd.Decide(followed, "K-1", Day(5, 2)));
        Assert.Single(ContractEnd.Decide(followed, "K-1", Day(5, 1)).Events);
    }
}
