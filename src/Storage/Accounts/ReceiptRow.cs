using System.Globalization;
using BillingActors.Domain.Cash;
using BillingActors.Storage.Json;

namespace BillingActors.Storage.Accounts;

/// <summary>A receipt as its query row has it.</summary>
internal readonly record struct ReceiptRow(
    string ReceiptId,
    string Source,
    string Method,
    string State,
    long AmountMinor,
    long UnappliedMinor,
    long RefundedMinor,
    string ValueOn,
    string BookedOn,
    bool IsOnAccount)
{
    /// <summary>Whether a person must find what it pays.</summary>
    public bool Waits => UnappliedMinor > 0 && !IsOnAccount;

    /// <summary>What the worklist says of it; no personal data.</summary>
    public string Detail => string.Create(
        CultureInfo.InvariantCulture, $"{UnappliedMinor} of {AmountMinor} minor units since {ValueOn}");

    public static ReceiptRow Of(CashReceipt receipt) => new(
        receipt.Id,
        receipt.Source,
        EnumWords<CashMethod>.Of(receipt.Method),
        EnumWords<CashReceiptState>.Of(receipt.State),
        receipt.AmountMinor,
        receipt.UnappliedMinor,
        receipt.RefundedMinor,
        IsoDay.Format(receipt.ValueOn),
        IsoDay.Format(receipt.BookedOn),
        receipt.IsOnAccount);

    /// <summary>
    /// Receipts that a commit books or changes, and whether somebody was asked about them before: an account only ever
    /// adds to them.
    /// </summary>
    public static IEnumerable<(ReceiptRow Row, bool Waited)> Changed(PreparedCommit commit)
    {
        var (before, after) = (commit.Before.State.Cash.Receipts, commit.After.Cash.Receipts);
        for (var i = 0; i < after.Length; i++)
        {
            if (i >= before.Length)
                yield return (Of(after[i]), false);
            else if (!ReferenceEquals(before[i], after[i]))
                yield return (Of(after[i]), Of(before[i]).Waits);
        }
    }
}
