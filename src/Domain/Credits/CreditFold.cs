using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Credits;

/// <summary>What the events of the credits make of an account.</summary>
internal static class CreditFold
{
    public static Account Apply(Account account, AccountEvent.CreditEvent happened, EventEnvelope envelope) =>
        happened switch
        {
            AccountEvent.ItemAdjusted e => ApprovalFold.Moved(
                Adjusted(account, e), "adjust", e.Share.AmountMinor, e.On, envelope),
            AccountEvent.ItemsWrittenOff e => ApprovalFold.Moved(
                WrittenOff(account, e), "write-off", Sum(e.Shares), e.On, envelope),
            AccountEvent.WriteOffRecovered e => ApprovalFold.Moved(
                Recovered(account, e), "recover-write-off", Sum(e.Shares), e.On, envelope),
            AccountEvent.CreditMemoIssued e => ApprovalFold.Moved(
                CreditMemoFold.Apply(account, e, envelope),
                ActionOf(e),
                Math.Abs(e.TotalMinor),
                e.IssuedOn,
                envelope),
            _ => throw new BrokenInvariantException("every event of the credits is known"),
        };

    private static string ActionOf(AccountEvent.CreditMemoIssued e) => e switch
    {
        { DisputeId: not null } => MoneyAction.CreditingDispute.ActionName,
        { Cancellation: not null } => "cancel-invoice",
        _ => "credit-memo",
    };

    private static Account Adjusted(Account account, AccountEvent.ItemAdjusted e) => account.Settled([e.Share]) with
    {
        Adjustments = account.Adjustments.Add(new(e.AdjustmentId, e.Share.ItemId, e.Share.AmountMinor)),
    };

    private static Account WrittenOff(Account account, AccountEvent.ItemsWrittenOff e) => account.Settled(e.Shares) with
    {
        WriteOffs = account.WriteOffs.Add(new(e.WriteOffId, e.WriteOffKind, e.Shares, e.TaxRelief, [])),
    };

    private static Account Recovered(Account account, AccountEvent.WriteOffRecovered e) =>
        account.Reopened(e.Shares) with
        {
            WriteOffs = [.. account.WriteOffs.Select(w => w.Id == e.WriteOffId ? Recovered(w, e) : w)],
        };

    private static long Sum(ImmutableArray<ItemShare> shares) => shares.Sum(share => share.AmountMinor);

    private static WriteOff Recovered(WriteOff writeOff, AccountEvent.WriteOffRecovered e) => writeOff with
    {
        Shares = [.. writeOff.Shares.Select(share => share with { AmountMinor = Left(share, e) })],
        TaxRelief = [.. writeOff.TaxRelief.Select(tax => Left(tax, e.TaxDue))],
        RecoveryIds = writeOff.RecoveryIds.Add(e.RecoveryId),
        Recoveries = writeOff.Recoveries.Add(new Recovery(e.RecoveryId, Sum(e.Shares))),
    };

    private static long Left(ItemShare share, AccountEvent.WriteOffRecovered e) =>
        share.AmountMinor - e.Shares.Where(back => back.ItemId == share.ItemId).Sum(back => back.AmountMinor);

    private static TaxShare Left(TaxShare tax, ImmutableArray<TaxShare> due)
    {
        var same = due.Where(back => back.Code == tax.Code && back.Percent == tax.Percent).ToList();
        return tax with
        {
            BaseMinor = tax.BaseMinor - same.Sum(back => back.BaseMinor),
            AmountMinor = tax.AmountMinor - same.Sum(back => back.AmountMinor),
        };
    }
}
