using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Ledger;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tests.Cash;
using BillingActors.Domain.Transfers;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Credits.SampleItems;

namespace BillingActors.Domain.Tests.Transfers;

/// <summary>
/// Two accounts of one customer; the first owes 120.00 and 5.00, has a credit of 10.00 and 70.00 of cash.
/// </summary>
internal static class SampleTransfers
{
    public const string From = "north/A-1";
    public const string To = "north/A-2";

    public static Account Sender { get; } = Owing
        .After(ReceiptBooking.Decide(Owing, Kept("R-1", 3_000), CashTerms.Usual))
        .After(ReceiptBooking.Decide(Owing, Kept("R-2", 4_000), CashTerms.Usual));

    public static StartTransfer Start(
        TransferScope scope = TransferScope.Items, string id = "t-1", params ReadOnlySpan<string> items) =>
        new(id, From, To, scope, [.. items], null, Day(4, 1));

    public static Decision<AccountEvent> Send(Account account, StartTransfer command) =>
        TransferSending.Decide(account, command, Context("moved house"));

    /// <summary>The receiver's command for what an account has sent.</summary>
    public static ReceiveTransfer Leg(Account sender, string id = "t-1") =>
        new(From, sender.TransferOut(id)!, sender.Currency.Code, Day(4, 2));

    /// <summary>Postings of one ledger account, summed.</summary>
    public static long Posted(string ledgerAccount, params IEnumerable<AccountEvent> events) => events
        .SelectMany(happened => PostingRules.EntryOf(happened, Euro)?.Postings ?? [])
        .Where(posting => posting.LedgerAccount == ledgerAccount)
        .Sum(posting => posting.Amount.Minor);

    /// <summary>Items and money as text: all that a transfer must keep or bring back.</summary>
    public static string Holdings(Account account) => string.Join(
        '\n',
        account.OpenItems.Select(item => item.ToString())
            .Concat(account.Cash.Receipts.Select(receipt => $"{receipt.Id} {receipt.UnappliedMinor}")));

    private static ReceiveCash Kept(string id, long minor) =>
        SampleCash.Money(id, minor) with { IsOnAccount = true, Reference = "PAY " + id };
}
