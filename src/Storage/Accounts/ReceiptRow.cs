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
    /// Receipts that a commit books or changes, whether somebody was asked about them before, and what of their legal
    /// entity is held once by them: an account only ever adds to them.
    /// </summary>
    public static IEnumerable<(ReceiptRow Row, bool Waited, string? Claim)> Changed(PreparedCommit commit)
    {
        var (before, after) = (commit.Before.State.Cash.Receipts, commit.After.Cash.Receipts);
        for (var i = 0; i < after.Length; i++)
        {
            if (i >= before.Length)
                yield return (Of(after[i]), false, ClaimOf(commit, after[i]));
            else if (!ReferenceEquals(before[i], after[i]))
                yield return (Of(after[i]), Of(before[i]).Waits, null);
        }
    }

    /// <summary>Ids of receipts that a commit claims for its account.</summary>
    public static IEnumerable<string> Claimed(PreparedCommit commit) => commit.ClaimsReceipts
        ? commit.After.Cash.Receipts.Skip(commit.Before.State.Cash.Receipts.Length)
            .Where(receipt => receipt.IsBooked)
            .Select(receipt => receipt.Id)
        : [];

    // No account has such a key: ids have no slash.
    private static string? ClaimOf(PreparedCommit commit, CashReceipt receipt) =>
        commit.ClaimsReceipts && receipt.IsBooked ? $"{AccountKey.EntityOf(commit.Key)}//{receipt.Source}" : null;
}
