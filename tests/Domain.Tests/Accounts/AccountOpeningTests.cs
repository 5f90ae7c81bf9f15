using BillingActors.Domain.Accounts;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;

namespace BillingActors.Domain.Tests.Accounts;

public sealed class AccountOpeningTests
{
    [Fact]
    public void An_account_is_opened_once()
    {
        var opened = AssertOnce<AccountEvent.Opened>(Account.None, a => AccountOpening.Decide(a, Opening));

        Assert.Equal(Opening, opened);
    }

    [Fact]
    public void The_same_account_with_other_content_is_refused()
    {
        AccountEvent.Opened[] others =
        [
            Opening with { EntityId = "south" },
            Opening with { CustomerId = "C-2" },
            Opening with { Currency = "USD" },
            Opening with { CycleId = "quarterly" },
            Opening with { TermsDays = 15 },
            Opening with { On = Day(1, 2) },
        ];

        Assert.All(others, other => AssertRefused(Refusals.AccountExists, AccountOpening.Decide(Open, other)));
    }

    [Fact]
    public void A_closed_account_is_not_opened_again() =>
        AssertRefused(
            Refusals.AccountExists,
            AccountOpening.Decide(Open.After(new AccountEvent.Closed(Day(2, 1))), Opening));

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("ä")]
    [InlineData("a/b")]
    public void An_id_without_the_form_of_ids_is_refused(string id)
    {
        AssertRefused(Refusals.IdInvalid, AccountOpening.Decide(Account.None, Opening with { EntityId = id }));
        AssertRefused(Refusals.IdInvalid, AccountOpening.Decide(Account.None, Opening with { CustomerId = id }));
        AssertRefused(Refusals.IdInvalid, AccountOpening.Decide(Account.None, Opening with { CycleId = id }));
    }

    [Fact]
    public void An_id_has_at_most_64_characters()
    {
        Assert.True(Refusals.IsId(new string('x', 64)));
        Assert.False(Refusals.IsId(new string('x', 65)));
    }

    [Theory]
    [InlineData("eur")]
    [InlineData("EURO")]
    [InlineData("")]
    public void A_currency_that_is_none_is_refused(string code) =>
        AssertRefused(Refusals.CurrencyUnknown, AccountOpening.Decide(Account.None, Opening with { Currency = code }));

    [Theory]
    [InlineData(-1)]
    [InlineData(366)]
    public void Terms_out_of_range_are_refused(int days) =>
        AssertRefused(Refusals.TermsInvalid, AccountOpening.Decide(Account.None, Opening with { TermsDays = days }));
}
