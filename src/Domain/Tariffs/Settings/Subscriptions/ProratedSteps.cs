namespace BillingActors.Domain.Tariffs.Settings.Subscriptions;

/// <summary>By what the steps of quantities that count for some days only are reached.</summary>
public enum ProratedSteps
{
    /// <summary>By the whole quantities.</summary>
    Whole,

    /// <summary>By what is counted of them.</summary>
    Counted,

    /// <summary>By all that were added: what is taken away keeps its place, what comes back takes one.</summary>
    Added,

    /// <summary>By the whole quantity at the end: each step has the share of what counts that it has of that.</summary>
    Last,
}
