using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Json;

namespace BillingActors.Storage.Verification;

/// <summary>Query rows of an account against the fold of its events.</summary>
internal static class RowComparison
{
    public static void Check(AccountBooks books, AccountFolding fold, Findings findings)
    {
        if (fold.Account.Version > 0)
            CheckRow(books, fold, findings);
        var state = fold.Account.State;
        findings.Count(Rule.OpenItems, books.Items.Count);
        if (Difference.OfRows(books.Items, [.. state.OpenItems.Select(RowOf)]) is { } item)
            findings.Add(Rule.OpenItems, books.Key, item);
        findings.Count(Rule.CashReceipts, books.Receipts.Count);
        if (Difference.OfRows(books.Receipts, [.. state.Cash.Receipts.Select(ReceiptRow.Of)]) is { } receipt)
            findings.Add(Rule.CashReceipts, books.Key, receipt);
        findings.Count(Rule.Contracts, books.Contracts.Count);
        if (Difference.OfRows(books.Contracts, [.. state.Contracts.Select(RowOf)]) is { } contract)
            findings.Add(Rule.Contracts, books.Key, contract);
        findings.Count(Rule.Approvals, books.Requests.Count);
        var requests = state.Requests.Select(waiting => RowOf(waiting, state.Currency.Code)).ToList();
        if (Difference.OfRows(books.Requests, requests) is { } request)
            findings.Add(Rule.Approvals, books.Key, request);
        CollectionComparison.Check(books, state, findings);
        DepositComparison.Check(books, state, findings);
        UsageComparison.Check(books, state, findings);
    }

    private static void CheckRow(AccountBooks books, AccountFolding fold, Findings findings)
    {
        findings.Count(Rule.AccountRows);
        var derived = RowOf(fold);
        if (books.Row is { } stored && stored != derived)
            findings.Add(Rule.AccountRows, books.Key, Difference.Of(stored, derived));
    }

    private static AccountQueryRow RowOf(AccountFolding fold)
    {
        var (account, state) = (fold.Account, fold.Account.State);
        return new AccountQueryRow(
            state.EntityId,
            AccountKey.IdOf(account.Key),
            state.CustomerId,
            state.CycleId,
            (int)state.Status,
            state.Currency.Code,
            state.Balance.Minor,
            account.Version,
            IsoDay.Format(state.OpenedOn),
            fold.LastInvoice is { } last ? IsoDay.Format(last.Event.IssuedOn) : null,
            fold.LastInvoice?.Version);
    }

    private static ItemRow RowOf(OpenItem item) => new(
        item.Id, item.Original.Minor, item.Open.Minor, IsoDay.Format(item.IssuedOn), IsoDay.Format(item.DueOn));

    private static RequestRow RowOf(PendingAction waiting, string currency) => new(
        waiting.RequestId,
        waiting.Action.Name,
        waiting.EffectMinor,
        currency,
        waiting.MakerId,
        waiting.Reason,
        IsoDay.Format(waiting.On),
        IsoDay.Format(waiting.ExpiresOn));

    private static ContractRow RowOf(Contract contract) => new(
        contract.Id,
        contract.ServicePointId,
        IsoDay.Format(contract.From),
        contract.Until is { } until ? IsoDay.Format(until) : null);
}
