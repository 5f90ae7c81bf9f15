using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Cash;

/// <summary>Books money that came in and sets it against what is owed.</summary>
/// <param name="ReceiptId">Receipt; the same id from the same source is the same money.</param>
/// <param name="Source">Where the id was given: a bank, a provider, a till.</param>
/// <param name="Method">How it came.</param>
/// <param name="AmountMinor">How much.</param>
/// <param name="Currency">In which currency.</param>
/// <param name="ValueOn">From when it counts as paid.</param>
/// <param name="BookedOn">When it is booked.</param>
public sealed record ReceiveCash(
    string ReceiptId,
    string Source,
    CashMethod Method,
    long AmountMinor,
    string Currency,
    LocalDate ValueOn,
    LocalDate BookedOn)
{
    /// <summary>What the payer wrote.</summary>
    public string? Reference { get; init; }

    /// <summary>The batch it came with.</summary>
    public string? BatchId { get; init; }

    /// <summary>The card processor's token of a card.</summary>
    public string? CardToken { get; init; }

    /// <summary>The unidentified cash it was found among.</summary>
    public string? SuspenseId { get; init; }

    /// <summary>The receipt that came back and was drawn once more with it.</summary>
    public string? RetryOf { get; init; }

    /// <summary>Whether what the payer does not name stays on account.</summary>
    public bool IsOnAccount { get; init; }

    /// <summary>What the payer wants paid with it, in that order.</summary>
    public ImmutableArray<ItemWish> Wishes { get; init; } = [];

    /// <summary>How it is to find what it pays.</summary>
    public Allocation Allocation { get; init; }
}
