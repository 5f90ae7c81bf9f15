namespace BillingActors.Domain.Tariffs.Settings;

/// <summary>Whether credits of net billing reduce fixed charges and minimums.</summary>
public enum FixedCredit
{
    /// <summary>They do.</summary>
    Yes,

    /// <summary>They reduce what was used only.</summary>
    No,
}
