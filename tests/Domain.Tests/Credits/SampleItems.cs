using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Invoicing;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;

namespace BillingActors.Domain.Tests.Credits;

/// <summary>An account that owes: 120.00 with 20 % tax in it, a fee of 5.00, and has a credit of 10.00.</summary>
internal static class SampleItems
{
    public const string Invoice = "north.A-1.2";
    public const string Fee = "fee-1";
    public const string Credit = "credit-1";

    public static ImmutableArray<TaxShare> Taxes { get; } = [new("VAT", 20m, 10_000, 2_000)];

    public static Account Owing { get; } = Open with
    {
        OpenItems =
        [
            new OpenItem(Invoice, "INV-00000001", Eur(12_000), Eur(12_000), Day(2, 1), Day(2, 15)),
            new OpenItem(Fee, "", Eur(500), Eur(500), Day(3, 1), Day(3, 1), ItemKind.Fee),
            new OpenItem(Credit, "CRN-00000001", Eur(-1_000), Eur(-1_000), Day(3, 2), Day(3, 2), ItemKind.CreditMemo),
        ],
    };

    public static AdjustItem Adjust(
        long minor, string item = Invoice, AdjustmentKind kind = AdjustmentKind.Goodwill, string id = "adj-1") =>
        new(id, item, minor, kind, "courtesy", Day(4, 1));

    public static WriteOffItems WriteOff(params ReadOnlySpan<string> items) => new(
        "wo-1",
        WriteOffKind.BadDebt,
        "insolvent",
        Day(4, 1),
        [.. items.ToArray().Select(item => new TaxedItem(item, item == Invoice ? Taxes : []))]);
}
