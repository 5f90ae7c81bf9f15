using NodaTime;

namespace BillingActors.Storage.Ledger;

/// <summary>A line of the journal entry of one event.</summary>
/// <param name="LedgerAccount">Role of the account.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="AmountMinor">Debit positive, credit negative.</param>
/// <param name="BookedOn">Day it was booked.</param>
public sealed record EntryLine(string LedgerAccount, string Currency, long AmountMinor, LocalDate BookedOn);
