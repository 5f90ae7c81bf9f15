namespace BillingActors.Domain.Cash;

/// <summary>A rule that says where money goes when its payer does not; the first that fits wins.</summary>
public enum ApplicationRule
{
    /// <summary>The one item that comes to the amount.</summary>
    ExactItem,

    /// <summary>Everything, where all of the account comes to the amount.</summary>
    ClearAccount,

    /// <summary>Everything past due, where that comes to the amount.</summary>
    ClearPastDue,

    /// <summary>By due date, document date and number, as far as it goes.</summary>
    OldestFirst,
}
