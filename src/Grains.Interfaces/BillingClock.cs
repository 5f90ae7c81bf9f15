namespace BillingActors.Grains.Interfaces;

/// <summary>
/// The clock of the business: what day it is for bills, commands and due work. It is a keyed service of its own,
/// because
/// a demo moves it by months, and the cluster's clock must never move.
/// </summary>
public static class BillingClock
{
    /// <summary>Key of the <see cref="TimeProvider"/> service.</summary>
    public const string Key = "billing";
}
