namespace BillingActors.Domain.Cash;

/// <summary>Whether money that came in is still there.</summary>
public enum CashReceiptState
{
    /// <summary>It is.</summary>
    Booked,

    /// <summary>It went back, or was never ours; what it had paid is owed again.</summary>
    Reversed,

    /// <summary>It went back; what it had paid stays paid, and a new claim stands in for it.</summary>
    DebitMemo,

    /// <summary>The card holder's bank took it back; the case can still be won.</summary>
    ChargedBack,
}
