namespace BillingActors.Domain.Explanations;

/// <summary>A cause of the difference between two bills.</summary>
public enum BillEffect
{
    /// <summary>More or less was used in the same time.</summary>
    Use,

    /// <summary>A unit costs more or less.</summary>
    Price,

    /// <summary>The bill is for more or fewer days.</summary>
    Days,

    /// <summary>The part of a change in use that rests on estimated readings, on one bill or the other.</summary>
    Estimates,

    /// <summary>What is paid back or taken off is larger or smaller.</summary>
    Credits,

    /// <summary>The taxes on all of it.</summary>
    Tax,

    /// <summary>Charges that only one of the bills has.</summary>
    Charges,
}
