using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tax;
using BillingActors.Domain.Tests.Accounts;
using NodaTime;

namespace BillingActors.Domain.Tests.Invoicing;

/// <summary>Small tariffs, meters and reads for closings: 10.00 a month, 0.25 per kWh, 20 % VAT.</summary>
internal static class SampleClosing
{
    public static LegalEntity Entity { get; } = new(
        "north",
        SampleAccount.Euro,
        DateTimeZoneProviders.Tzdb["Europe/Berlin"],
        "INV",
        NeedsSecondPerson: true,
        new ApprovalPolicy(ApprovalPolicy.DefaultsOf(SampleAccount.Euro), 14, GivesTaxRelief: true));

    public static BillCycle Cycle { get; } = new("monthly", "north", BillingCalendar.Monthly, 3, 3m, 0.25m, true);

    public static ImmutableArray<TaxRule> Vat { get; } = [new("VAT", "VAT", 20m, ["standard"])];

    /// <summary>A tariff of a fixed price a month alone; nothing is metered for it.</summary>
    public static Tariff Fixed(string id = "flat", decimal price = 10m) => Of(id, BasePrice(price));

    /// <summary>A tariff of a fixed price a month and a price per kWh.</summary>
    public static Tariff Metered(string id = "metered", decimal price = 0.25m) => Of(
        id,
        BasePrice(10m),
        new Charge.Usage(
            new ChargeHead("use", "Energy", "standard"),
            new MeterSelection(Direction.Import, [], "kWh"),
            new PriceModel.Flat(price)));

    public static Tariff Of(string id, params ReadOnlySpan<Charge> charges) => new(
        id,
        id,
        SampleAccount.Euro,
        null,
        [new TariffVersion(1, new LocalDate(2020, 1, 1), null, [], [.. charges], Vat)]);

    public static Charge.Fixed BasePrice(decimal price) =>
        new(new ChargeHead("base", "Base price", "standard"), ChargePer.Month, price);

    public static Meter Meter(string serial, LocalDate installedOn, LocalDate? removedOn = null) =>
        new(serial, installedOn, removedOn, [new Register("11", "kWh", Direction.Import, 6, 1m)], []);

    public static RegisterRead Read(
        LocalDate on, long value, string serial = "M-1", ReadKind kind = ReadKind.Scheduled) =>
        new("SP-1", "11", serial, on, value, 0, ReadQuality.Actual, kind, 1, new SourceReference("import-1", 1));

    /// <summary>What one meter showed, read by read.</summary>
    public static ContractUsage Usage(params ReadOnlySpan<RegisterRead> reads) =>
        new(new ServicePoint("SP-1", "north", [Meter("M-1", new LocalDate(2024, 1, 1))]), [], [.. reads]);

    public static ContractUsage Unmetered() => new(new ServicePoint("SP-1", "north", []), [], []);

    public static ContractInputs Input(string contractId, ContractUsage usage, params ReadOnlySpan<Tariff> tariffs) =>
        new(contractId, usage, [.. tariffs]);

    public static ClosingInputs Inputs(LocalDate until, params ReadOnlySpan<ContractInputs> contracts) =>
        new(until, Entity, Cycle, [.. contracts]);

    public static Decision<AccountEvent> Issue(Account account, InvoicePlan plan, LocalDate? issuedOn = null) =>
        CycleClosing.Decide(
            account,
            new IssueInvoice($"north.A-1.{account.InvoiceCount + 1}", "run-1", issuedOn ?? plan.Period.Until, plan));

    /// <summary>The plan of a bill that is ready to issue.</summary>
    public static InvoicePlan Ready(Account account, ClosingInputs inputs)
    {
        var bill = CycleCalculation.Calculate(account, inputs);
        Assert.Empty(bill.Holds);
        Assert.Equal(BillingActors.Domain.BillRuns.DraftOutcome.Calculated, bill.Outcome);
        return bill.Plan!;
    }
}
