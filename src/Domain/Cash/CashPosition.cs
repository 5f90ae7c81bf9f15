using System.Collections.Immutable;

namespace BillingActors.Domain.Cash;

/// <summary>All an account knows of money that came in, was set against something, or goes back.</summary>
public sealed record CashPosition
{
    /// <summary>Of an account that never got any.</summary>
    public static CashPosition Empty { get; } = new();

    /// <summary>Receipts, in the order they were booked; they stay, because a return can come after a year.</summary>
    public ImmutableArray<CashReceipt> Receipts { get; init; } = [];

    /// <summary>Credits that were set against debits, also those taken back.</summary>
    public ImmutableArray<CreditSettled> Credits { get; init; } = [];

    /// <summary>Money that goes back or went back.</summary>
    public ImmutableArray<Refund> Refunds { get; init; } = [];

    /// <summary>Debits that are to be drawn once more.</summary>
    public ImmutableArray<PlannedRetry> Retries { get; init; } = [];

    /// <summary>Payments that the bank returned since payments were last drawn by themselves.</summary>
    public int ReturnCount { get; init; }

    /// <summary>Whether nothing is drawn by itself any more.</summary>
    public bool IsManual { get; init; }

    /// <summary>Money that has paid nothing yet.</summary>
    public long UnappliedMinor => Receipts.Sum(receipt => receipt.UnappliedMinor);

    /// <summary>The receipt with the id, or null.</summary>
    public CashReceipt? Receipt(string id) => Receipts.FirstOrDefault(receipt => receipt.Id == id);

    /// <summary>The refund with the id, or null.</summary>
    public Refund? Refund(string id) => Refunds.FirstOrDefault(refund => refund.Id == id);

    /// <summary>The settlement with the id, also one taken back; or null.</summary>
    public CreditSettled? Credit(string id) => Credits.FirstOrDefault(credit => credit.Id == id);
}
