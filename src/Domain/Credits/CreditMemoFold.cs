using BillingActors.Domain.Accounts;
using BillingActors.Domain.Charging;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Credits;

/// <summary>What a credit memo makes of an account.</summary>
internal static class CreditMemoFold
{
    public static Account Apply(Account account, AccountEvent.CreditMemoIssued e, EventEnvelope envelope)
    {
        var memo = new CreditMemo(
            e.CreditId, e.MemoId, e.InvoiceId, e.Cancellation is not null, e.Lines, e.LineTaxes);
        var settled = e.ParentId is null
            ? account.Settled(e.Shares).WithItem(Rest(account, e, envelope))
            : account;
        var after = settled with { CreditMemos = account.CreditMemos.Add(memo) };
        return e.Cancellation is { } cancelled
            ? after with { Contracts = [.. after.Contracts.Select(contract => Rewound(contract, cancelled))] }
            : after;
    }

    // The rest of a credit is a credit; of an invoice that paid out, it is owed again.
    private static OpenItem Rest(Account account, AccountEvent.CreditMemoIssued e, EventEnvelope envelope)
    {
        var rest = new Money(-e.RestMinor, account.Currency);
        var number = envelope.Numbers.Length > 0 ? envelope.Numbers[0].ToString() : "";
        var kind = rest.Minor > 0 ? ItemKind.DebitMemo : ItemKind.CreditMemo;
        return new OpenItem(e.MemoId, number, rest, rest, e.IssuedOn, e.IssuedOn, kind);
    }

    private static Contract Rewound(Contract contract, InvoiceCancellation cancelled) =>
        cancelled.Contracts.FirstOrDefault(rewound => rewound.ContractId == contract.Id) is { } before
            ? UsageFold.Rewound(contract, before) with
            {
                BilledThrough = before.BilledThrough,
                Positions = before.Positions,
                History = before.History,
                State = before.State,
            }
            : contract;
}
