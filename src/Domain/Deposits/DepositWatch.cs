using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Collections;
using NodaTime;

namespace BillingActors.Domain.Deposits;

/// <summary>
/// Follows every event of an account that has a deposit, whichever area it is from: what pays a part of one, what
/// speaks against a good history, and when somebody must look at it.
/// </summary>
internal static class DepositWatch
{
    public static Account After(Account before, Account after, AccountEvent happened)
    {
        if (after.DepositFile is not { } file)
            return after;
        var moved = Moved(file, happened);
        if (file.IsRunning)
            moved = Marked(moved, MarksOf(after, happened));
        var watched = moved == file ? after : after with { DepositFile = moved };
        return WakesOn(before, watched, happened) is { } day ? watched.ReviewedBy(day) : watched;
    }

    /// <summary>Whether service has ended and all of it is billed.</summary>
    public static bool IsFinal(Account account) => account.Status == AccountStatus.Closed
        || (account.Contracts.Length > 0 && account.Contracts.All(
            contract => contract.Until is { } until && contract.BilledThrough == until));

    private static DepositFile Moved(DepositFile file, AccountEvent happened) => happened switch
    {
        AccountEvent.ReceiptApplied e => Paid(file, e.Application.Shares, 1, e.Application.On),
        AccountEvent.ReceiptUnapplied e => Paid(file, e.Application.Shares, -1, e.On),
        AccountEvent.CreditApplied e => Paid(file, e.Settlement.Shares, 1, e.Settlement.On),
        AccountEvent.CreditUnapplied e => Paid(file, e.Settlement.Shares, -1, e.On),
        AccountEvent.DisputeCredited e => Lowered(file, e.Shares, e.On),
        _ => file,
    };

    private static DepositFile Paid(DepositFile file, ImmutableArray<ItemShare> shares, int sign, LocalDate on) =>
        Each(file, shares, (deposit, minor) => DepositHolding.Moved(deposit, on, sign * minor, 0));

    // A dispute that was upheld: so much need not be deposited.
    private static DepositFile Lowered(DepositFile file, ImmutableArray<ItemShare> shares, LocalDate on) =>
        Each(file, shares, (deposit, minor) =>
            DepositHolding.PaidWhole(deposit with { AmountMinor = deposit.AmountMinor - minor }, on));

    private static DepositFile Each(
        DepositFile file, ImmutableArray<ItemShare> shares, Func<Deposit, long, Deposit> change)
    {
        foreach (var share in shares.Where(share => share.Kind == ItemKind.Deposit))
        {
            if (file.Deposits.FirstOrDefault(deposit => deposit.Has(share.ItemId)) is { } deposit)
                file = file.With(deposit.Id, known => change(known, share.AmountMinor));
        }
        return file;
    }

    private static IEnumerable<DepositMark> MarksOf(Account after, AccountEvent happened) =>
        happened switch
        {
            AccountEvent.ReceiptApplied e => Late(
                e.Application.Shares,
                LocalDate.Min(e.Application.On, after.Cash.Receipt(e.ReceiptId)?.ValueOn ?? e.Application.On)),
            AccountEvent.CreditApplied e => Late(e.Settlement.Shares, e.Settlement.On),
            AccountEvent.ReceiptReversed { Meaning: not ReturnMeaning.OwnMistake } e =>
                [new DepositMark(DepositMarkKind.Return, e.ReceiptId, e.On, 0)],
            AccountEvent.ReceiptChargedBack { Chargeback: var part } e
                when ReturnCodes.MeaningOf(part.ReasonCode) != ReturnMeaning.OwnMistake =>
                [new DepositMark(DepositMarkKind.Return, e.ReceiptId, part.On, 0)],
            AccountEvent.ServiceOrderDone e
                when after.Collected.Order(e.OrderId)?.Kind == ServiceOrderKind.Disconnect =>
                [new DepositMark(DepositMarkKind.Disconnection, e.OrderId, e.On, 0)],
            _ => [],
        };

    private static IEnumerable<DepositMark> Late(ImmutableArray<ItemShare> shares, LocalDate on) =>
        shares.Where(share => share is { Kind: ItemKind.Invoice, AmountMinor: > 0 } && share.DueOn < on)
            .Select(share => new DepositMark(
                DepositMarkKind.Late, share.ItemId, on, NodaTime.Period.DaysBetween(share.DueOn, on)));

    // An item is late once, with the days of its last part.
    private static DepositFile Marked(DepositFile file, IEnumerable<DepositMark> marks)
    {
        foreach (var mark in marks)
        {
            var others = file.Marks.RemoveAll(
                known => known.Kind == mark.Kind && known.Reference == mark.Reference);
            var kept = others.Add(mark);
            file = file with { Marks = kept.Length > DepositFile.MarkCountMax ? kept.RemoveAt(0) : kept };
        }
        return file;
    }

    // What is paid bears interest and may be given back one day; what service leaves behind is given back at once.
    private static LocalDate? WakesOn(Account before, Account after, AccountEvent happened)
    {
        if (!after.Deposited.IsRunning || happened is AccountEvent.CollectionReviewed)
            return null;
        var on = happened switch
        {
            AccountEvent.ReceiptApplied e => e.Application.On,
            AccountEvent.CreditApplied e => e.Settlement.On,
            AccountEvent.InvoiceIssued e => e.IssuedOn,
            AccountEvent.ContractEnded e => e.Until,
            AccountEvent.Closed e => e.On,
            AccountEvent.DepositEvent e => e.On,
            _ => (LocalDate?)null,
        };
        var isMoved = after.Deposited.HeldMinor > before.Deposited.HeldMinor || IsFinal(after);
        return isMoved ? on?.PlusDays(1) : null;
    }
}
