namespace BillingActors.Domain.Tariffs.Settings.Subscriptions;

/// <summary>Which day periods begin on after a pause.</summary>
public enum ResumeAnchor
{
    /// <summary>The day as before.</summary>
    Keep,

    /// <summary>The day of the resumption.</summary>
    Resume,
}
