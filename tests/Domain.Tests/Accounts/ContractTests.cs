using BillingActors.Domain.Accounts;
using CsCheck;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Accounts;

public sealed class ContractTests
{
    private static readonly Contract Running = Contract("K-1", null, null);

    [Fact]
    public void Before_the_first_bill_everything_from_the_start_is_unbilled() =>
        Assert.Equal(new Period(Day(2, 1), Day(4, 1)), Running.Unbilled(Day(4, 1)));

    [Fact]
    public void Nothing_is_unbilled_before_it_starts() => Assert.Null(Running.Unbilled(Day(2, 1)));

    [Fact]
    public void What_is_billed_is_not_billed_again()
    {
        var billed = Contract("K-1", null, Day(4, 1));

        Assert.Null(billed.Unbilled(Day(4, 1)));
        Assert.Equal(new Period(Day(4, 1), Day(4, 2)), billed.Unbilled(Day(4, 2)));
    }

    [Fact]
    public void It_is_billed_to_its_end_and_no_further()
    {
        Assert.Equal(new Period(Day(2, 1), Day(3, 10)), Contract("K-1", Day(3, 10), null).Unbilled(Day(6, 1)));
        Assert.Null(Contract("K-1", Day(3, 10), Day(3, 10)).Unbilled(Day(6, 1)));
    }

    [Fact]
    public void Its_days_are_parted_by_tariff()
    {
        var changed = Running with
        {
            Tariffs = [new(Day(2, 1), "flat"), new(Day(3, 15), "green"), new(Day(7, 1), "blue")],
        };

        Assert.Equal(
            [(new Period(Day(3, 1), Day(3, 15)), "flat"), (new Period(Day(3, 15), Day(4, 1)), "green")],
            changed.OnTariffs(new Period(Day(3, 1), Day(4, 1))));
    }

    [Fact]
    public void Billing_step_by_step_bills_each_day_once() =>
        Gen.Select(Gen.Int[1, 200], Gen.Int[0, 250].Array[1, 20]).Sample((length, ends) =>
        {
            var contract = Contract("K-1", Day(2, 1).PlusDays(length), null);
            var billed = new List<Period>();
            foreach (var end in ends.Append(300))
            {
                if (contract.Unbilled(Day(1, 1).PlusDays(end)) is not { } next)
                    continue;
                billed.Add(next);
                contract = contract with { BilledThrough = next.Until };
            }
            Assert.Equal(length, billed.Sum(period => period.Days));
            Assert.Equal(Day(2, 1), billed[0].From);
            Assert.All(billed.Zip(billed.Skip(1)), pair => Assert.Equal(pair.First.Until, pair.Second.From));
        });

    private static Contract Contract(string id, LocalDate? until, LocalDate? billedThrough) =>
        new(id, "SP-1", Day(2, 1), until, [new(Day(2, 1), "flat")], billedThrough, [], []);
}
