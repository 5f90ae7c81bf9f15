namespace BillingActors.Domain.Cash;

/// <summary>How money came in, or goes back.</summary>
public enum CashMethod
{
    /// <summary>Notes and coins over a counter.</summary>
    Cash,

    /// <summary>A cheque that was handed in or sent.</summary>
    Cheque,

    /// <summary>A card, known only by its processor's token.</summary>
    Card,

    /// <summary>A payment through an automated clearing house.</summary>
    Ach,

    /// <summary>A credit transfer that the payer sent.</summary>
    Wire,

    /// <summary>A direct debit that was drawn by mandate.</summary>
    DirectDebit,

    /// <summary>A payment that a bank's lockbox took in.</summary>
    Lockbox,

    /// <summary>A payment that an agency collected.</summary>
    Agency,
}
