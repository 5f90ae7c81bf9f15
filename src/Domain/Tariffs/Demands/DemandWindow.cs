namespace BillingActors.Domain.Tariffs.Demands;

/// <summary>Where windows of demand may begin.</summary>
public enum DemandWindow
{
    /// <summary>At every multiple of their length: one after the other.</summary>
    Block,

    /// <summary>At every interval.</summary>
    Sliding,
}
