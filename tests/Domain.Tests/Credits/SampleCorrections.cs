using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tax;
using BillingActors.Domain.Tests.Accounts;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Credits;

/// <summary>
/// An invoice of 40.33 net: 10.00 base and 33.33 energy, less 3.00 for what was fed in; 20 % VAT of all of it is 8.07,
/// and a levy of 7.7 % of the energy 2.57.
/// </summary>
internal static class SampleCorrections
{
    public const string InvoiceId = "north.A-1.2";
    public const string Number = "INV-00000001";

    private static readonly ImmutableArray<TaxRule> Rules =
    [
        new("VAT", "Value added tax", 20m, ["standard", "energy"]),
        new("LEVY", "Levy", 7.7m, ["energy"]),
    ];

    public static Invoice Corrected { get; } = InvoiceOf(Line(1_000), Line(3_333, "energy"), Line(-300));

    public static CreditableInvoice Creditable { get; } = CreditableInvoice.Of(Corrected);

    public static Account Owing { get; } = OwingFor(Corrected);

    public static RatedLine Line(long minor, string category = "standard") => new(
        "K-1", category, "What was " + category, new Period(Day(1, 1), Day(2, 1)), 1m, "kWh", Eur(minor).ToDecimal(),
        Eur(minor).ToDecimal(), Eur(minor), null, null, "home@1", category, new LineSource("reads", "E1", ""));

    public static Invoice InvoiceOf(params ImmutableArray<RatedLine> lines)
    {
        var taxed = TaxCalculation.Of(new TaxRequest(lines, [new VersionTaxes("home@1", Rules)], Euro));
        var net = Money.Sum(Euro, taxed.Lines.Select(line => line.Amount));
        var tax = Money.Sum(Euro, taxed.Taxes.Select(line => line.Amount));
        return new Invoice(
            InvoiceId, "north", "A-1", "C-1", "INV", "run-1", new Period(Day(1, 1), Day(2, 1)), Day(2, 1), Day(2, 15),
            "EUR", taxed.Lines, taxed.Taxes, net, tax, net + tax)
        {
            LineTaxes = taxed.LineTaxes,
        };
    }

    public static Account OwingFor(Invoice invoice) => SampleAccount.Open.WithItem(
        new OpenItem(InvoiceId, Number, invoice.Total, invoice.Total, invoice.IssuedOn, invoice.DueOn));

    public static IssueCreditMemo Credit(string id, params ReadOnlySpan<LineCredit> lines) =>
        new(id, Creditable, [.. lines], "price", Day(4, 1));

    public static Decision<AccountEvent> Decide(Account account, IssueCreditMemo command) =>
        CreditMemoIssuing.Decide(account, command, Context("wrong price"));

    /// <summary>The account after a decision that issues a memo, whose document has the id of the correction.</summary>
    public static Account Credited(this Account account, Decision<AccountEvent> decision, out Memo memo)
    {
        Assert.Null(decision.Refusal);
        var events = decision.Events;
        var issued = Assert.IsType<AccountEvent.CreditMemoIssued>(events[^1]);
        issued = issued with { MemoId = "memo-" + issued.CreditId };
        memo = new Memo(issued, [.. events[..^1]]);
        return account.After(events.SetItem(events.Length - 1, issued).AsSpan());
    }

    /// <summary>The account after a memo.</summary>
    public static Account Credited(this Account account, IssueCreditMemo command) =>
        account.Credited(Decide(account, command), out _);

    /// <summary>A memo and what happened before it in its turn.</summary>
    internal sealed record Memo(AccountEvent.CreditMemoIssued Issued, ImmutableArray<AccountEvent> Before);
}
