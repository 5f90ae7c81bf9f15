namespace BillingActors.Domain.Tariffs.Settings.Subscriptions;

/// <summary>What a contract without a billing day is counted from after a trial.</summary>
public enum TrialAnchor
{
    /// <summary>From the day the trial ends.</summary>
    TrialEnd,

    /// <summary>From the day it started.</summary>
    Start,
}
