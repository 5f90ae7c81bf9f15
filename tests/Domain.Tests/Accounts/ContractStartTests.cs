using BillingActors.Domain.Accounts;
using CsCheck;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;

namespace BillingActors.Domain.Tests.Accounts;

public sealed class ContractStartTests
{
    private static readonly AccountEvent.ContractStarted Wanted = Start("K-1", Day(2, 1), Day(5, 1));

    [Fact]
    public void A_contract_is_started_once() =>
        Assert.Equal(Wanted, AssertOnce<AccountEvent.ContractStarted>(Open, a => ContractStart.Decide(a, Wanted)));

    [Fact]
    public void An_account_that_is_not_open_is_refused() =>
        AssertRefused(Refusals.AccountUnknown, ContractStart.Decide(Account.None, Wanted));

    [Fact]
    public void A_bad_id_is_refused()
    {
        AssertRefused(Refusals.IdInvalid, ContractStart.Decide(Open, Wanted with { ContractId = "" }));
        AssertRefused(Refusals.IdInvalid, ContractStart.Decide(Open, Wanted with { ServicePointId = "no id" }));
        AssertRefused(Refusals.IdInvalid, ContractStart.Decide(Open, Wanted with { TariffId = "a/b" }));
    }

    [Fact]
    public void The_same_contract_with_other_content_is_refused()
    {
        var account = Open.After(Wanted);

        AssertRefused(Refusals.ContractExists, ContractStart.Decide(account, Wanted with { From = Day(2, 2) }));
        AssertRefused(Refusals.ContractExists, ContractStart.Decide(account, Wanted with { Until = null }));
        AssertRefused(Refusals.ContractExists, ContractStart.Decide(account, Wanted with { TariffId = "other" }));
        AssertRefused(Refusals.ContractExists, ContractStart.Decide(account, Wanted with { ServicePointId = "SP-2" }));
    }

    [Fact]
    public void A_contract_that_ends_before_it_starts_is_refused() =>
        AssertRefused(Refusals.DateNotAllowed, ContractStart.Decide(Open, Wanted with { Until = Wanted.From }));

    [Fact]
    public void A_contract_starts_with_its_account_at_the_earliest()
    {
        AssertRefused(
            Refusals.BeforeAccountOpened,
            ContractStart.Decide(Open, Wanted with { From = Open.OpenedOn.PlusDays(-1) }));
        Assert.Single(ContractStart.Decide(Open, Wanted with { From = Open.OpenedOn }).Events);
    }

    [Fact]
    public void Another_contract_of_the_service_point_at_that_time_is_refused() =>
        AssertRefused(
            Refusals.ContractOverlap,
            ContractStart.Decide(Open.After(Wanted), Start("K-2", Day(4, 30))));

    [Fact]
    public void A_contract_may_follow_another_on_the_day_it_ends() =>
        Assert.Single(ContractStart.Decide(Open.After(Wanted), Start("K-2", Day(5, 1))).Events);

    [Fact]
    public void Another_service_point_does_not_overlap() =>
        Assert.Single(ContractStart.Decide(Open.After(Wanted), Start("K-2", Day(3, 1), point: "SP-2")).Events);

    [Fact]
    public void Whatever_is_asked_for_no_day_of_a_service_point_has_two_contracts() =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[1, 20], Gen.Int[0, 40], Gen.Bool).Array[1, 12].Sample(wishes =>
        {
            var account = Open;
            foreach (var (from, length, laterEnd, isEnd) in wishes)
            {
                var count = account.Contracts.Length;
                var id = isEnd && count > 0 ? account.Contracts[from % count].Id : $"K-{count}";
                var decision = isEnd
                    ? ContractEnd.Decide(account, id, Day(1, 1).PlusDays(laterEnd))
                    : ContractStart.Decide(
                        account, Start(id, Day(1, 1).PlusDays(from), Day(1, 1).PlusDays(from + length)));
                if (!decision.IsRefused)
                    account = account.After(decision);
            }
            for (var day = Day(1, 1); day < Day(4, 1); day = day.PlusDays(1))
                Assert.True(account.Contracts.Count(c => c.From <= day && day < c.Until) <= 1, $"{day} is sold twice");
        });
}
