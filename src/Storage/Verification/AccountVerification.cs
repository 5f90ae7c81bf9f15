using BillingActors.Domain.Accounts;
using BillingActors.Storage.Accounts;

namespace BillingActors.Storage.Verification;

/// <summary>
/// One account: its events are folded from the first and everything else is compared with that. Where the events
/// themselves are not as they were written, nothing can be derived from them, and the rest is not compared.
/// </summary>
internal sealed class AccountVerification(
    Findings findings, LedgerSums ledger, TransferLegs transfers, TransitTotals transit)
{
    public void Check(AccountBooks books)
    {
        ledger.Add(books.Postings);
        transit.Add(books.Key, books.Postings);
        try
        {
            CheckReceipts(books);
            if (Fold(books) is { } fold)
                Compare(books, fold);
        }
        catch (Exception fault) when (StoredBytes.AreTheCauseOf(fault))
        {
            findings.Add(Rule.Events, books.Key, $"an event cannot be read or applied: {fault.Message}");
        }
    }

    private AccountFolding? Fold(AccountBooks books)
    {
        findings.Count(Rule.Events, books.Events.Count);
        findings.Count(Rule.HashChain, books.Events.Count);
        var fold = new AccountFolding(books, findings);
        foreach (var row in books.Events)
        {
            if (fold.Add(row) is { } broken)
                return Broken(books, broken);
        }
        var head = books.Row is { } stored ? new AccountHead(stored.Version, books.Link!, stored.BalanceMinor) : null;
        return fold.End(head) is { } fault ? Broken(books, fault) : fold;
    }

    private AccountFolding? Broken(AccountBooks books, ChainFault fault)
    {
        var isRowAlone = books.Events.Count == 0 || books.Row is null;
        var rule = fault.Part switch
        {
            ChainPart.Events => Rule.Events,
            ChainPart.Links => Rule.HashChain,
            ChainPart.Document => Rule.Documents,
            ChainPart.Head when isRowAlone => Rule.AccountRows,
            ChainPart.Head => Rule.HashChain,
            _ => Rule.AccountRows,
        };
        findings.Add(rule, books.Key, $"event {fault.Version}: {fault.What}");
        return null;
    }

    private void Compare(AccountBooks books, AccountFolding fold)
    {
        RowComparison.Check(books, fold, findings);
        DocumentComparison.CheckOrphans(books, fold, findings);
        MemoVerification.Check(books, fold.Account.State, findings);
        findings.Count(Rule.Postings, books.Postings.Count);
        if (Difference.OfRows(books.Postings, fold.Postings) is { } booked)
            findings.Add(Rule.Postings, books.Key, booked);
        CheckReceivables(books, fold.Account.State);
        CollectiveComparison.Check(books, fold, findings);
        CheckUnapplied(books, fold.Account.State);
        TransferLegs.Check(books, fold.Account.State, findings);
        transfers.Add(books.Key, fold.Account.State);
        transit.Add(books.Key, fold.Account.State);
        CheckBudgets(books, fold.Account.State);
        SnapshotComparison.Check(books, fold, findings);
    }

    private void CheckUnapplied(AccountBooks books, Account state)
    {
        findings.Count(Rule.Unapplied);
        var posted = -books.Postings.Where(posting => posting.LedgerAccount == Domain.Ledger.CashPostings.UnappliedCash)
            .Sum(posting => posting.AmountMinor);
        if (posted != state.Unapplied.Minor)
            findings.Add(Rule.Unapplied, books.Key, $"{posted} is posted, {state.Unapplied.Minor} is unapplied");
        foreach (var receipt in state.Cash.Receipts.Where(one => one.IsBooked))
        {
            var gone = receipt.RefundedMinor + receipt.TransferredMinor + receipt.ChargedBackMinor;
            if (receipt.AppliedMinor + receipt.UnappliedMinor + gone != receipt.AmountMinor)
                findings.Add(Rule.CashReceipts, books.Key, $"receipt {receipt.Id} does not add up");
        }
    }

    private void CheckBudgets(AccountBooks books, Account state)
    {
        findings.Count(Rule.Budgets);
        var posted = -books.Postings.Where(posting => posting.LedgerAccount == Domain.Ledger.LedgerRoles.BudgetBilling)
            .Sum(posting => posting.AmountMinor);
        if (posted != state.BudgetMinor)
            findings.Add(Rule.Budgets, books.Key, $"{posted} is posted, {state.BudgetMinor} is charged and not billed");
    }

    private void CheckReceivables(AccountBooks books, Account state)
    {
        findings.Count(Rule.Receivables);
        var posted = books.Postings.Where(posting => posting.LedgerAccount == Domain.Ledger.PostingRules.Receivables)
            .Sum(posting => posting.AmountMinor);
        if (posted != state.Balance.Minor)
            findings.Add(Rule.Receivables, books.Key, $"{posted} is posted, the balance is {state.Balance.Minor}");
    }

    private void CheckReceipts(AccountBooks books)
    {
        var seen = new HashSet<string>(books.Events.Count, StringComparer.Ordinal);
        EventEnvelope? before = null;
        foreach (var envelope in books.Events.Select(row => row.Envelope))
        {
            var id = envelope.Context.CommandId;
            var isSameTurn = before?.Context.CommandId == id;
            if (isSameTurn && !IsSameTurn(before!, envelope))
                Twice($"command {id} bears two envelopes at event {envelope.Version}");
            if (!seen.Add(id) && !isSameTurn)
                Twice($"command {id} comes again at event {envelope.Version}");
            before = envelope;
        }
        findings.Count(Rule.Receipts, seen.Count);

        void Twice(string detail) => findings.Add(Rule.Receipts, books.Key, detail);
    }

    private static bool IsSameTurn(EventEnvelope left, EventEnvelope right) =>
        left.Context == right.Context && left.RequestHash == right.RequestHash && left.Reference == right.Reference;
}
