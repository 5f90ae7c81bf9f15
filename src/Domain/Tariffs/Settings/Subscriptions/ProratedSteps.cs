namespace BillingActors.Domain.Tariffs.Settings.Subscriptions;

/// <summary>By what the steps of quantities that count for some days only are reached.</summary>
public enum ProratedSteps
{
    /// <summary>By the whole quantities.</summary>
    Whole,

    /// <summary>By what is counted of them.</summary>
    Counted,
}
