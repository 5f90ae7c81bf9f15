using BillingActors.Domain.Accounts;
using CsCheck;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Accounts;

public sealed class TariffChangeTests
{
    private static readonly Account Running = Open.After(Start("K-1", Day(2, 1), Day(9, 1)));

    [Fact]
    public void A_contract_changes_its_tariff_once() =>
        Assert.Equal(
            new AccountEvent.ContractTariffChanged("K-1", "flat", "green", Day(4, 1)),
            AssertOnce<AccountEvent.ContractTariffChanged>(
                Running, a => TariffChange.Decide(a, "K-1", "green", Day(4, 1))));

    [Fact]
    public void A_change_drops_the_changes_planned_after_it()
    {
        var later = Running.After(new AccountEvent.ContractTariffChanged("K-1", "flat", "green", Day(6, 1)));

        AssertOnce<AccountEvent.ContractTariffChanged>(later, a => TariffChange.Decide(a, "K-1", "blue", Day(5, 1)));
        var after = later.After(TariffChange.Decide(later, "K-1", "blue", Day(5, 1)));

        Assert.Equal(
            [new(Day(2, 1), "flat"), new(Day(5, 1), "blue")],
            after.Contract("K-1")!.Tariffs.AsEnumerable());
    }

    [Fact]
    public void Staying_on_the_tariff_drops_the_planned_change_and_splits_nothing()
    {
        var later = Running.After(new AccountEvent.ContractTariffChanged("K-1", "flat", "green", Day(6, 1)));

        var after = later.After(TariffChange.Decide(later, "K-1", "flat", Day(5, 1)));

        Assert.Equal([new(Day(2, 1), "flat")], after.Contract("K-1")!.Tariffs.AsEnumerable());
    }

    [Fact]
    public void An_account_that_is_not_open_is_refused() =>
        AssertRefused(Refusals.AccountUnknown, TariffChange.Decide(Account.None, "K-1", "green", Day(4, 1)));

    [Fact]
    public void A_bad_tariff_id_is_refused() =>
        AssertRefused(Refusals.IdInvalid, TariffChange.Decide(Running, "K-1", "", Day(4, 1)));

    [Fact]
    public void An_unknown_contract_is_refused() =>
        AssertRefused(Refusals.ContractUnknown, TariffChange.Decide(Running, "K-2", "green", Day(4, 1)));

    [Fact]
    public void A_day_outside_the_contract_is_refused()
    {
        AssertRefused(Refusals.DateNotAllowed, TariffChange.Decide(Running, "K-1", "green", Day(1, 31)));
        AssertRefused(Refusals.DateNotAllowed, TariffChange.Decide(Running, "K-1", "green", Day(9, 1)));
    }

    [Fact]
    public void A_day_that_is_billed_is_refused()
    {
        var billed = Running.After(SampleInvoice.Of("K-1", Day(2, 1), Day(4, 1)));

        AssertRefused(Refusals.PeriodBilled, TariffChange.Decide(billed, "K-1", "green", Day(3, 31)));
        Assert.Single(TariffChange.Decide(billed, "K-1", "green", Day(4, 1)).Events);
    }

    [Fact]
    public void After_any_changes_the_last_one_that_covers_a_day_prices_it() =>
        Gen.Select(Gen.Int[0, 200], Gen.Int[0, 2]).Array[0, 10].Sample(changes =>
        {
            var (account, expected) = (Running, Enumerable.Repeat("flat", 212).ToArray());
            foreach (var (offset, tariff) in changes)
            {
                var id = new[] { "flat", "green", "blue" }[tariff];
                account = account.After(TariffChange.Decide(account, "K-1", id, Day(2, 1).PlusDays(offset)));
                Array.Fill(expected, id, offset, expected.Length - offset);
            }
            var parts = account.Contract("K-1")!.OnTariffs(new Period(Day(2, 1), Day(9, 1))).ToList();
            var priced = parts.SelectMany(part => Enumerable.Repeat(part.TariffId, part.Part.Days));
            Assert.Equal(string.Join(' ', expected), string.Join(' ', priced));
            Assert.DoesNotContain(
                parts.Zip(parts.Skip(1)), pair => pair.First.TariffId == pair.Second.TariffId);
        });
}
