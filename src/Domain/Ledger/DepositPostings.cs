using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Ledger;

/// <summary>
/// How deposits are booked. Asking for one is a receivable against <see cref="DepositsBilled"/>, which stands against
/// it and is no income; only what is paid moves on to what is held and owed back. So what is billed and not paid is
/// the open items of deposits to the cent, and what is held is the balance of <see cref="LedgerRoles.DepositsHeld"/>.
/// </summary>
internal static class DepositPostings
{
    /// <summary>Deposits that were asked for and not paid; stands against their open items.</summary>
    public const string DepositsBilled = "deposits-billed";

    private const string DepositInterest = "deposit-interest";

    public static JournalEntry? EntryOf(AccountEvent.DepositEvent happened, Currency currency)
    {
        var entry = new EntryDraft(currency);
        return happened switch
        {
            AccountEvent.DepositRequested e => Moved(entry, e.Instalments.Sum(part => part.AmountMinor)).On(e.On),
            AccountEvent.DepositReduced e => Moved(entry, -Of(e.Shares)).On(e.On),
            AccountEvent.DepositInterestCredited e => entry
                .Debit(DepositInterest, e.AmountMinor).Credit(PostingRules.Receivables, e.AmountMinor).On(e.On),
            AccountEvent.DepositReleased e => entry
                .Debit(LedgerRoles.DepositsHeld, e.AmountMinor)
                .Credit(PostingRules.Receivables, e.AmountMinor)
                .On(e.On),
            _ => null,
        };
    }

    /// <summary>Adds that parts of deposits were paid, or with a sign of −1 that they were not after all.</summary>
    public static EntryDraft Paid(EntryDraft entry, ImmutableArray<ItemShare> shares, int sign)
    {
        var minor = sign * Of(shares);
        return entry.Debit(DepositsBilled, minor).Credit(LedgerRoles.DepositsHeld, minor);
    }

    /// <summary>How much of some shares is of deposits.</summary>
    public static long Of(ImmutableArray<ItemShare> shares)
    {
        var sum = 0L;
        foreach (var share in shares)
            sum += share.Kind == ItemKind.Deposit ? share.AmountMinor : 0;
        return sum;
    }

    private static EntryDraft Moved(EntryDraft entry, long minor) =>
        entry.Debit(PostingRules.Receivables, minor).Credit(DepositsBilled, minor);
}
