namespace BillingActors.Domain.Cash;

/// <summary>What a reversal means for what comes next.</summary>
public enum ReturnMeaning
{
    /// <summary>
    /// Our own mistake: wrong account, wrong amount, entered twice. It is not held against the payer.
    /// </summary>
    OwnMistake,

    /// <summary>Not enough money: it may be drawn once more.</summary>
    Retry,

    /// <summary>The bank account is closed or wrong: ask for another one.</summary>
    NewDetails,

    /// <summary>No mandate, or refused: contact the payer, never draw again by itself.</summary>
    Contact,

    /// <summary>The payer has died: no reminders.</summary>
    Deceased,

    /// <summary>Nobody knows the code: a person decides.</summary>
    Parked,
}
