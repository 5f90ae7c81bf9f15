using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Primitives;
using BillingActors.Storage.Accounts;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Storage.Tests.Verification;

/// <summary>Commits that correct invoices, as the domain's own deciders make them.</summary>
internal static class Corrections
{
    private static readonly CommandContext Context = new(
        "unused", new Actor(ActorKind.Person, "ada"), "api", Instant.FromUtc(2025, 2, 1, 8, 0), "wrong price");

    /// <summary>Ten of the first line, net.</summary>
    public static AccountCommit Credit(LoadedAccount before, Invoice invoice, string creditId) => Commit(
        before,
        invoice,
        CreditMemoIssuing.Decide(
            before.State,
            new IssueCreditMemo(
                creditId, CreditableInvoice.Of(invoice), [new LineCredit(1, 1_000)], "price", invoice.DueOn),
            Context).Events);

    /// <summary>A memo of more than the first line bears: no decider would make it.</summary>
    public static AccountCommit CreditTwice(LoadedAccount before, Invoice invoice)
    {
        var commit = Credit(before, invoice, "M-9");
        var memo = (AccountEvent.CreditMemoIssued)commit.Events[^1];
        return commit with
        {
            Events = [memo with { Lines = [memo.Lines[0] with { NetMinor = 9_000 }] }],
        };
    }

    /// <summary>All of an invoice, of which the account stood otherwise before.</summary>
    public static AccountCommit Cancel(LoadedAccount before, Account past, Invoice invoice)
    {
        var contract = past.Contract(Ledgers.Contract)!;
        return Commit(
            before,
            invoice,
            InvoiceCancelling.Decide(
                before.State,
                new CancelInvoice(
                    "X-1",
                    CreditableInvoice.Of(invoice),
                    [ContractRewound.Of(contract, new Period(invoice.Period.From, invoice.Period.Until))],
                    past.Charges,
                    null,
                    "tariff",
                    invoice.DueOn),
                Context).Events);
    }

    private static AccountCommit Commit(
        LoadedAccount before, Invoice invoice, ImmutableArray<AccountEvent> decided)
    {
        var events = decided.Named("E1", AccountKey.IdOf(before.Key), before.Version);
        var memo = Assert.IsType<AccountEvent.CreditMemoIssued>(events[^1]);
        return Ledgers.Commit(before, events) with
        {
            Invoice = CreditMemoDocument.Of(invoice, "INV-00000001", memo, "CM"),
        };
    }
}
