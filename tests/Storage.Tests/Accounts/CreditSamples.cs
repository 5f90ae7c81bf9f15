using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Disputes;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tax;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Storage.Tests.Accounts;

/// <summary>One sample of each stored form of corrections of invoices.</summary>
internal static class CreditSamples
{
    private static readonly LocalDate Day = new(2025, 2, 3);
    private static readonly Period January = new(new LocalDate(2025, 1, 1), new LocalDate(2025, 2, 1));

    private static readonly CreditableInvoice Invoice = new(
        "A-1-7",
        January,
        [new CreditableLine("home", 5_000), new CreditableLine("charges", -500)],
        [new TaxShare("VAT", 19m, 4_500, 855) { Jurisdiction = "de" }],
        [new LineTax(0, 0, 5_000, 950), new LineTax(1, 0, -500, -95)]);

    public static Dictionary<string, AccountEvent> All { get; } = new(StringComparer.Ordinal)
    {
        ["credit-memo-issued"] = Memo(null) with
        {
            Shares = [new ItemShare("A-1-7", "INV-00000042", 5_355, Day, Day.PlusDays(14), 1_190)],
        },
        ["credit-memo-issued-to-parent"] = Memo(null) with { ParentId = "A-0" },
        ["credit-memo-issued-of-dispute"] = Memo(null) with { CreditId = "dispute.D-1", DisputeId = "D-1" },
        ["action-requested-dispute-credit"] = Asked(new MoneyAction.CreditingDispute(
            new ResolveDispute("D-1", 1_190, "rating", Day)
            {
                GraceDays = 10,
                CreditOn = Day.PlusDays(1),
                Invoice = Invoice,
            })),
        ["credit-memo-issued-cancelling"] = Memo(new InvoiceCancellation(
        [
            new ContractRewound(
                "CT-1",
                January,
                new LocalDate(2025, 1, 1),
                [new RegisterPosition("M-1", "1.8.0", Day, 123456, 2)],
                [new BilledUse(January, [new MeasuredUse("kWh", Direction.Import, 312.25m, 0m)])]),
            new ContractRewound("CT-2", January, null, [], []),
        ])),
        ["action-requested-credit-memo"] = Asked(new MoneyAction.Crediting(new IssueCreditMemo(
            "C-1", Invoice, [new LineCredit(1, 1_000), new LineCredit(2, null)], "price", Day))),
        ["action-requested-cancel-invoice"] = Asked(new MoneyAction.Cancelling(new CancelInvoice(
            "X-1",
            Invoice,
            [new ContractRewound("CT-1", January, null, [], [])],
            [new PendingCharge("CH-1", "Meter test", new Money(-500, Currency.Of("EUR")), "standard", Day)],
            "INV-00000043",
            "tariff",
            Day))),
    };

    private static AccountEvent.CreditMemoIssued Memo(InvoiceCancellation? cancellation) => new(
        "ACME.A-1.9",
        "C-1",
        "A-1-7",
        "price",
        January,
        Day,
        1_000,
        190,
        [new RevenueShare("home", 1_000)],
        [new TaxShare("VAT", 19m, 1_000, 190)],
        [new LineCredited(0, 1_000)],
        [new LineTax(0, 0, 1_000, 190)],
        [],
        cancellation);

    private static AccountEvent.ActionRequested Asked(MoneyAction action) =>
        new(action, 500, Day, Day.PlusDays(14));
}
