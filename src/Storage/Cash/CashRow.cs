namespace BillingActors.Storage.Cash;

/// <summary>Unidentified cash as its row has it, what the payer wrote in its envelope.</summary>
internal sealed record CashRow(
    string EntityId,
    string CashId,
    string Source,
    string Method,
    string Currency,
    long AmountMinor,
    DateOnly ValueOn,
    DateOnly BookedOn,
    byte[] Payload,
    string State,
    string? AccountId)
{
    /// <summary>Whether it is the same money, whatever words came with it.</summary>
    public bool IsSame(CashRow other) =>
        Source == other.Source
        && Method == other.Method
        && Currency == other.Currency
        && AmountMinor == other.AmountMinor
        && ValueOn == other.ValueOn;
}
