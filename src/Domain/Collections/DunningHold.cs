namespace BillingActors.Domain.Collections;

/// <summary>Why no letter goes out.</summary>
public enum DunningHold
{
    /// <summary>A letter goes out.</summary>
    None,

    /// <summary>Nothing is due, or all of it is disputed, promised, in a plan or with an agency.</summary>
    NothingDue,

    /// <summary>It is a day without letters.</summary>
    QuietDay,

    /// <summary>A block holds.</summary>
    Blocked,

    /// <summary>Less is due than a letter is worth.</summary>
    BelowMinimum,

    /// <summary>The days since the letter before are not over.</summary>
    Waiting,

    /// <summary>The last letter was sent.</summary>
    LastLevelReached,
}
