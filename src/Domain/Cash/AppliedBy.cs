namespace BillingActors.Domain.Cash;

/// <summary>What decided where money went.</summary>
public enum AppliedBy
{
    /// <summary>A person, or the payer's own words.</summary>
    Wish,

    /// <summary>Exactly one item comes to the amount.</summary>
    ExactItem,

    /// <summary>All of the account comes to the amount.</summary>
    ClearAccount,

    /// <summary>All that is past due comes to the amount.</summary>
    ClearPastDue,

    /// <summary>By due date, document date and number.</summary>
    OldestFirst,

    /// <summary>By how much is open of each item.</summary>
    ProRata,
}
