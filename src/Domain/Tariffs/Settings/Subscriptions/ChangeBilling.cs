namespace BillingActors.Domain.Tariffs.Settings.Subscriptions;

/// <summary>When the lines of a change are billed.</summary>
public enum ChangeBilling
{
    /// <summary>On a bill of its own day.</summary>
    Immediate,

    /// <summary>On the next bill of the cycle.</summary>
    NextBill,
}
