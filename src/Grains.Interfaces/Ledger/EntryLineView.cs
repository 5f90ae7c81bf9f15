namespace BillingActors.Grains.Interfaces.Ledger;

/// <summary>A line of the journal entry of one event.</summary>
/// <param name="BookedOn">Day it was booked.</param>
/// <param name="Number">Number of the general-ledger account.</param>
/// <param name="Name">Its name.</param>
/// <param name="LedgerAccount">The role it plays, such as "receivables".</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="AmountMinor">Debit positive, credit negative, in minor units.</param>
public sealed record EntryLineView(
    DateOnly BookedOn,
    string Number,
    string Name,
    string LedgerAccount,
    string Currency,
    long AmountMinor);
