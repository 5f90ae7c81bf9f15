using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Collectives;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Primitives;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Invoicing.SampleClosing;

namespace BillingActors.Domain.Tests.Collectives;

/// <summary>
/// A parent with a collective bill on the 15th, and a child that it pays for: 10.00 a month and 20 % VAT.
/// </summary>
internal static class SampleFamily
{
    public static Account Parent { get; } = Open.After(CollectiveStart.Decide(Open, 15, Day(1, 1)));

    public static Account Supplied { get; } = Open.After(Start("K-1", Day(1, 1)));

    public static Account Child { get; } =
        Supplied.After(ParentJoining.Decide(Supplied, Parent, "A-0", Day(1, 1)));

    /// <summary>The bill of an account up to a day.</summary>
    public static AccountEvent.InvoiceIssued Bill(Account account, LocalDate until, decimal price = 10m)
    {
        var plan = Ready(account, Inputs(until, Input("K-1", Unmetered(), Fixed("flat", price))));
        return (AccountEvent.InvoiceIssued)Issue(account, plan).Events[0];
    }

    /// <summary>A bill as it waits for the parent.</summary>
    public static WaitingBill Waiting(AccountEvent.InvoiceIssued bill, string child = "A-1", long version = 4) => new(
        new ChildBill(child, version, "INV-00000001", bill.NetMinor, bill.TaxMinor), bill.Taxes);

    /// <summary>A bill of some amount with 20 % VAT in it.</summary>
    public static WaitingBill Waiting(string child, long netMinor) => new(
        new ChildBill(child, 4, "INV-00000001", netMinor, netMinor / 5),
        [new TaxShare("VAT", 20m, netMinor, netMinor / 5)]);

    public static Decision<AccountEvent> Take(Account parent, LocalDate on, params ImmutableArray<WaitingBill> page) =>
        ChildBillTaking.Decide(parent, page, parent.Collective?.TakenCount ?? 0, on);
}
