using BillingActors.Domain.Accounts;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using CsCheck;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Invoicing.SampleClosing;

namespace BillingActors.Domain.Tests.Invoicing;

public sealed class InputHashTests
{
    private static readonly Account Given = Accounts.SampleAccount.Open.After(
        Start("K-1", Day(1, 1), tariffId: "metered"), Charge("fee-1", 500, Day(1, 10)));

    private static readonly IntervalDay Interval = new(
        "SP-1", "E1", Day(1, 5), 60, 60, "kWh", 0, [1, 2], [], 1, new SourceReference("import-1", 1));

    // On the day of an exchange two meters are read on the same register, one of them twice.
    private static readonly ContractUsage Used = new(
        new ServicePoint("SP-1", "north", [Meter("M-1", new(2024, 1, 1), Day(1, 20)), Meter("M-2", Day(1, 20))]),
        [Interval, Interval with { Day = Day(1, 6) }, Interval with { Channel = "E2" }],
        [
            Read(Day(1, 1), 1000), Read(Day(1, 20), 1150, kind: ReadKind.Final), Read(Day(1, 20), 1149),
            Read(Day(1, 20), 5, "M-2", ReadKind.Install), Read(Day(2, 1), 55, "M-2"),
        ]);

    private static readonly ClosingInputs All = With(Used);

    private static readonly string Hash = InputHash.Of(Given, All);

    [Fact]
    public void It_has_32_hexadecimal_characters() => Assert.Matches("^[0-9A-F]{32}$", Hash);

    [Fact]
    public void It_does_not_depend_on_the_order_of_days_and_reads() =>
        Gen.Select(Gen.Shuffle(Used.Days.ToArray()), Gen.Shuffle(Used.Reads.ToArray())).Sample((days, reads) =>
            AssertSame(InputHash.Of(Given, With(Used with { Days = [.. days], Reads = [.. reads] }))));

    [Fact]
    public void It_changes_with_what_was_metered()
    {
        ContractUsage[] others =
        [
            Used with { Days = Used.Days.SetItem(0, Interval with { Version = 2 }) },
            Used with { Days = Used.Days.RemoveAt(1) },
            Used with { Reads = Used.Reads.SetItem(0, Used.Reads[0] with { Version = 2 }) },
            Used with { Reads = Used.Reads.SetItem(1, Used.Reads[1] with { Kind = ReadKind.Special }) },
            Used with { Reads = Used.Reads.RemoveAt(4) },
            Used with { ServicePoint = Used.ServicePoint with { Meters = Used.ServicePoint.Meters.RemoveAt(1) } },
            Used with { ServicePoint = WithMeter(meter => meter with { RemovedOn = Day(1, 21) }) },
            Used with { ServicePoint = WithMeter(meter => meter with
            {
                Registers = [meter.Registers[0] with { Multiplier = 40m }],
            }) },
        ];

        Assert.All(others, other => AssertChanged(InputHash.Of(Given, With(other))));
        AssertChanged(InputHash.Of(Given, All with { Contracts = [new("K-1", null, [Metered()])] }));
        AssertChanged(InputHash.Of(Given, All with { Contracts = [] }));
    }

    [Fact]
    public void It_changes_with_the_tariff_versions_that_price_the_days()
    {
        var tariff = Metered();
        var second = tariff.Versions[0] with { Number = 2 };

        AssertChanged(InputHash.Of(Given, With(Used, tariff with { Versions = [second] })));
        AssertChanged(InputHash.Of(Given, With(Used, tariff with
        {
            Versions = [.. tariff.Versions, second with { ValidFrom = Day(1, 31) }],
        })));
        AssertChanged(InputHash.Of(Given, With(Used, tariff with
        {
            Versions = [tariff.Versions[0] with { ValidUntil = Day(1, 31) }],
        })));
    }

    [Fact]
    public void It_changes_with_the_account_its_contracts_and_charges()
    {
        Account[] others =
        [
            Given with { TermsDays = 30 },
            Given with { Charges = [] },
            Given with { Charges = [Given.Charges[0] with { Amount = Eur(501) }] },
            Given with { Charges = [Given.Charges[0] with { TaxCategory = "none" }] },
            Given with { Charges = [Given.Charges[0] with { Text = "Other" }] },
            Given with { Charges = [Given.Charges[0] with { On = Day(1, 11) }] },
            Given.After(Charge("fee-2", 1, Day(1, 31))),
            Given.After(new AccountEvent.ContractEnded("K-1", null, Day(1, 31))),
            Given.After(new AccountEvent.ContractTariffChanged("K-1", "metered", "green", Day(1, 31))),
            Given.After(Start("K-2", Day(1, 31), point: "SP-2")),
            Given.After(SampleInvoiceOf("K-1")),
        ];

        Assert.All(others, other => AssertChanged(InputHash.Of(other, All)));
    }

    [Fact]
    public void It_changes_with_the_cycle_and_the_zone()
    {
        BillCycle[] others =
        [
            Cycle with { Id = "other" },
            Cycle with { ReadWindowDays = 4 },
            Cycle with { HighUseFactor = 4m },
            Cycle with { LowUseFactor = 0.5m },
            Cycle with { HoldZeroUse = false },
            Cycle with { Calendar = new BillingCalendar(2, 1, []) },
            Cycle with { Calendar = new BillingCalendar(1, 2, []) },
            Cycle with { Calendar = new BillingCalendar(1, 2, [], 2) },
            Cycle with { Calendar = new BillingCalendar(1, 1, [Day(1, 1), Day(2, 1)]) },
        ];

        Assert.All(others, other => AssertChanged(InputHash.Of(Given, All with { Cycle = other })));
        AssertChanged(InputHash.Of(Given, All with { Until = Day(2, 2) }));
        AssertChanged(InputHash.Of(Given, All with { Entity = Entity with { Zone = DateTimeZone.Utc } }));
    }

    [Fact]
    public void It_does_not_change_with_what_lies_outside_the_period()
    {
        var tariff = Metered();
        var later = tariff.Versions[0] with { Number = 2, ValidFrom = Day(2, 1) };
        Account[] same =
        [
            Given.After(Charge("fee-2", 1, Day(2, 1))),
            Given.After(new AccountEvent.ContractEnded("K-1", null, Day(2, 1))),
            Given.After(new AccountEvent.ContractTariffChanged("K-1", "metered", "green", Day(2, 1))),
            Given.After(Start("K-2", Day(2, 1), point: "SP-2")),
            Given with { InvoiceCount = 7 },
        ];

        Assert.All(same, account => AssertSame(InputHash.Of(account, All)));
        AssertSame(InputHash.Of(Given, With(Used, tariff with { Versions = [.. tariff.Versions, later] })));
        AssertSame(InputHash.Of(Given, All with { Entity = Entity with { InvoiceSeries = "X" } }));
    }

    private static AccountEvent.InvoiceIssued SampleInvoiceOf(string contractId) =>
        Accounts.SampleInvoice.Of(contractId, Day(1, 1), Day(1, 15));

    private static void AssertChanged(string hash) => Assert.False(hash == Hash, "the hash did not change");

    private static void AssertSame(string hash) => Assert.True(hash == Hash, "the hash changed");

    private static ServicePoint WithMeter(Func<Meter, Meter> change) => Used.ServicePoint with
    {
        Meters = Used.ServicePoint.Meters.SetItem(0, change(Used.ServicePoint.Meters[0])),
    };

    private static ClosingInputs With(ContractUsage usage, Tariff? tariff = null) =>
        Inputs(Day(2, 1), Input("K-1", usage, tariff ?? Metered()));
}
