using BillingActors.Domain.Accounts;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;

namespace BillingActors.Domain.Tests.Accounts;

public sealed class ProfileChangeTests
{
    [Fact]
    public void A_change_keeps_before_and_after()
    {
        var changed = AssertOnce<AccountEvent.ProfileChanged>(Open, a => ProfileChange.Decide(a, "quarterly", 30));

        Assert.Equal(new AccountEvent.ProfileChanged("monthly", "quarterly", 14, 30), changed);
    }

    [Fact]
    public void The_profile_it_has_is_nothing_new() =>
        Assert.Empty(ProfileChange.Decide(Open, "monthly", 14).Events);

    [Fact]
    public void An_account_that_is_not_open_is_refused()
    {
        AssertRefused(Refusals.AccountUnknown, ProfileChange.Decide(Account.None, "monthly", 14));
        AssertRefused(
            Refusals.AccountClosed,
            ProfileChange.Decide(Open.After(new AccountEvent.Closed(Day(2, 1))), "monthly", 14));
    }

    [Fact]
    public void A_bad_cycle_id_is_refused() =>
        AssertRefused(Refusals.IdInvalid, ProfileChange.Decide(Open, "every month", 14));

    [Theory]
    [InlineData(-1)]
    [InlineData(366)]
    public void Terms_out_of_range_are_refused(int days) =>
        AssertRefused(Refusals.TermsInvalid, ProfileChange.Decide(Open, "monthly", days));
}
