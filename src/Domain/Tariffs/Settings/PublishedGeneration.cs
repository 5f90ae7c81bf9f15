namespace BillingActors.Domain.Tariffs.Settings;

/// <summary>How a published rate bills what is fed in.</summary>
public enum PublishedGeneration
{
    /// <summary>As its file says.</summary>
    AsPublished,

    /// <summary>It is worth nothing.</summary>
    None,

    /// <summary>It is set against use, and what is left is banked as energy.</summary>
    EnergyBank,

    /// <summary>It is set against use, and what is left is a credit at the price of use.</summary>
    MoneyBank,

    /// <summary>All of it is paid.</summary>
    FeedIn,
}
