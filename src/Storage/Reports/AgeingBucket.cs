namespace BillingActors.Storage.Reports;

/// <summary>
/// How old something open is; credits and unapplied cash stand in columns of their own. The days are those that hold
/// where nobody chose others.
/// </summary>
public enum AgeingBucket
{
    /// <summary>No day old.</summary>
    NotDue,

    /// <summary>1 to 30 days.</summary>
    Days1To30,

    /// <summary>31 to 60 days.</summary>
    Days31To60,

    /// <summary>61 to 90 days.</summary>
    Days61To90,

    /// <summary>91 to 120 days.</summary>
    Days91To120,

    /// <summary>More than 120 days.</summary>
    Over120,

    /// <summary>Items in the customer's favour; not positive.</summary>
    Credits,

    /// <summary>Money that is set against no item; not positive, as it lowers what is owed.</summary>
    Unapplied,
}
