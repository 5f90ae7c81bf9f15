namespace BillingActors.Domain.Tariffs.Settings.Subscriptions;

/// <summary>When something that happens inside a period takes effect.</summary>
public enum EffectOn
{
    /// <summary>On its day.</summary>
    Now,

    /// <summary>When the period ends.</summary>
    PeriodEnd,
}
