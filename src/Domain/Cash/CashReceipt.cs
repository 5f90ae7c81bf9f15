using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace BillingActors.Domain.Cash;

/// <summary>Money that came in: what it was, what it paid, and what is left of it.</summary>
/// <param name="Id">Receipt; unique in its account.</param>
/// <param name="Source">Where its id was given: a bank, a provider, a till.</param>
/// <param name="Method">How it came.</param>
/// <param name="AmountMinor">How much came.</param>
/// <param name="ValueOn">From when it counts as paid.</param>
/// <param name="BookedOn">When it was booked.</param>
/// <param name="Reference">What the payer wrote, if anything.</param>
/// <param name="IsOnAccount">Whether the payer wants the rest kept and not set against what falls due.</param>
/// <param name="Applications">What it was set against, also what was taken back again.</param>
public sealed record CashReceipt(
    string Id,
    string Source,
    CashMethod Method,
    long AmountMinor,
    LocalDate ValueOn,
    LocalDate BookedOn,
    string? Reference,
    bool IsOnAccount,
    ImmutableArray<CashApplied> Applications)
{
    /// <summary>Whether it is still there.</summary>
    public CashReceiptState State { get; init; }

    /// <summary>Why it went back; null while it has not.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>The unidentified cash it was found among, or null.</summary>
    public string? SuspenseId { get; init; }

    /// <summary>How often it went back; it comes again where a chargeback is won.</summary>
    public int ReversalCount { get; init; }

    /// <summary>Which attempt to draw the money it was, where others came back before; 0 for the first.</summary>
    public int Attempt { get; init; }

    /// <summary>When the first of these attempts came back.</summary>
    public LocalDate? FirstReturnedOn { get; init; }

    /// <summary>What of it was paid out again, or is about to be.</summary>
    public long RefundedMinor { get; init; }

    /// <summary>What of it went to another account, or is about to.</summary>
    public long TransferredMinor { get; init; }

    /// <summary>The transfer that brought it from another account; null where it came from outside.</summary>
    public string? TransferId { get; init; }

    /// <summary>Parts of it that were charged back, in their order, also those that were won.</summary>
    public ImmutableArray<CashChargeback> Chargebacks { get; init; } = [];

    /// <summary>What of it has paid something.</summary>
    public long AppliedMinor => Applications.Sum(application => application.CashMinor);

    /// <summary>What of it is free; nothing once it went back.</summary>
    public long UnappliedMinor =>
        IsBooked ? ChargeableMinor - AppliedMinor - RefundedMinor - TransferredMinor : 0;

    /// <summary>What of it was charged back in parts that were not won.</summary>
    public long ChargedBackMinor =>
        Chargebacks.Where(chargeback => !chargeback.IsWon).Sum(chargeback => chargeback.AmountMinor);

    /// <summary>What of it was not charged back in parts, so that it can still go back.</summary>
    public long ChargeableMinor => AmountMinor - ChargedBackMinor;

    /// <summary>Whether it is still there.</summary>
    public bool IsBooked => State == CashReceiptState.Booked;

    /// <summary>Applications that were not taken back.</summary>
    public IEnumerable<CashApplied> Standing => Applications.Where(application => !application.IsUndone);

    /// <summary>The application with the id, also one that was taken back; or null.</summary>
    public CashApplied? Application(string id) => Applications.FirstOrDefault(application => application.Id == id);

    /// <summary>The part with the id that was charged back, also one that was won; or null.</summary>
    public CashChargeback? Chargeback(string id) => Chargebacks.FirstOrDefault(chargeback => chargeback.Id == id);

    /// <summary>The id wanted for an application, with a number where it was used before.</summary>
    internal string UnusedApplication(string wanted)
    {
        var (id, count) = (wanted, Applications.Length);
        while (Application(id) is not null)
            id = string.Create(CultureInfo.InvariantCulture, $"{wanted}.{++count}");
        return id;
    }
}
