using BillingActors.Domain.Accounts;
using BillingActors.Domain.Charging;
using BillingActors.Domain.Credits;
using static BillingActors.Domain.Tests.Charging.GivenUsage;

namespace BillingActors.Domain.Tests.Charging;

public sealed class UsageBillTests
{
    [Fact]
    public void What_was_used_is_on_the_bill_of_its_period()
    {
        var desk = new UsageDesk(Plain);
        desk.Take(Call("1", 7, 120m), Call("2", 8, 60m, "331"), Event("3", 9, 12m));
        desk.Take(Call("4", 2, 60m, month: 2));

        var plan = desk.Bill(February);

        Assert.Equal(
            ["base 5.00 EUR", "voice 0.20 EUR", "voice 0.30 EUR", "use 10.00 EUR", "use 1.00 EUR"],
            plan.Lines.Select(line => $"{line.Code} {line.Amount}"));
        Assert.Equal(0.1m, desk.Account.UnbilledUsage());
        Assert.Equal(0, desk.Contract.Usage!.Periods[0].Ids.Length);
    }

    [Fact]
    public void A_line_says_how_many_records_it_adds_up_and_what_an_allowance_covered()
    {
        var desk = new UsageDesk(Tariff);
        desk.Take(Call("1", 7, 480m), Call("2", 8, 240m), Call("3", 9, 30m, "331"));

        var lines = desk.Bill(February).Lines.Where(line => line.Source.Kind == "calls");

        Assert.Equal(
            [
                "voice 2 minute at 0.1: 2 records", "voice 0.5 minute at 0.3: 1 record",
                "minutes 10 minute at 0: 2 records",
            ],
            lines.Select(line => FormattableString.Invariant(
                $"{line.Code} {line.Quantity} {line.Unit} at {line.UnitPrice}: {line.Source.Reference}")));
    }

    [Fact]
    public void A_repetition_of_a_billed_record_is_known()
    {
        var desk = new UsageDesk(Plain);
        desk.Take(Call("1", 7, 120m));
        desk.Bill(February);

        var again = desk.Take(Call("1", 7, 120m));
        var other = desk.Take(Call("1", 8, 120m));

        Assert.Equal((1, 0), (again.DuplicateCount, again.RatedCount));
        Assert.Equal("usage-conflict", other.Troubles.Single().Trouble.Code);
    }

    [Fact]
    public void A_late_record_goes_on_the_next_bill_as_a_line_of_its_period()
    {
        var desk = new UsageDesk(Tariff);
        desk.Take(Call("1", 7, 540m));
        desk.Bill(February);

        desk.Take(Call("2", 8, 120m));
        var plan = desk.Bill(March);

        var late = plan.Lines.Where(line => line.Period.From.Month == 1).ToList();
        Assert.Equal(0.10m, late.Sum(line => line.ExactAmount), 10);
        Assert.DoesNotContain(desk.Calculate(new(2025, 4, 1)).Plan!.Lines, line => line.Period.From.Month == 1);
    }

    [Fact]
    public void A_late_record_of_a_taken_back_invoice_waits_again()
    {
        var desk = new UsageDesk(Plain);
        desk.Take(Call("1", 7, 60m));
        desk.Bill(February);
        desk.Take(Call("2", 8, 60m));
        var before = desk.Contract;
        desk.Bill(March);
        Assert.Equal(0m, desk.Account.UnbilledUsage());

        var rewound = UsageFold.Rewound(desk.Contract, ContractRewound.Of(before, new(February, March)));

        Assert.Equal(before.Usage!.Late.Single().Versions, rewound.Usage!.Late.Single().Versions);
    }

    [Fact]
    public void A_tariff_may_ask_for_a_correction_of_the_period()
    {
        var settings = Plain.Settings.With("late-usage", "correction", out _)!;
        var desk = new UsageDesk(Plain with { Settings = settings });
        desk.Take(Call("1", 7, 60m));
        desk.Bill(February);

        var late = desk.Take(Call("2", 8, 60m));

        Assert.Equal("usage-late", late.Troubles.Single().Trouble.Code);
    }

    [Fact]
    public void Use_of_the_next_period_does_not_change_what_a_bill_looks_at()
    {
        var desk = new UsageDesk(Plain);
        desk.Take(Call("1", 7, 60m));
        var before = desk.Hash(February);

        desk.Take(Call("2", 2, 60m, month: 2));
        var same = desk.Hash(February);
        desk.Take(Call("3", 8, 60m));

        Assert.Equal(before, same);
        Assert.NotEqual(before, desk.Hash(February));
    }

    [Fact]
    public void A_record_much_too_late_is_told()
    {
        var desk = new UsageDesk(Plain);
        desk.Bill(new(2026, 4, 1));

        var late = desk.Take(Call("1", 7, 60m));

        Assert.Equal("usage-too-old", late.Troubles.Single().Trouble.Code);
    }

    [Fact]
    public void A_contract_that_had_its_last_bill_takes_no_late_record()
    {
        var desk = new UsageDesk(Plain, new AccountEvent.ContractEnded("K-1", null, February));
        desk.Bill(March);

        var late = desk.Take(Call("1", 7, 60m));

        Assert.Equal("usage-late", late.Troubles.Single().Trouble.Code);
    }
}
