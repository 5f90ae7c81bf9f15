namespace BillingActors.Formats.Urdb;

/// <summary>How what is fed in is billed by a published rate.</summary>
public enum UrdbGenerationRule
{
    /// <summary>As the file says.</summary>
    AsPublished,

    /// <summary>It is worth nothing.</summary>
    None,

    /// <summary>It is set against use in its period, and what is left is banked as energy.</summary>
    EnergyBank,

    /// <summary>It is set against use in its period, and what is left is a credit at the price of use.</summary>
    MoneyBank,

    /// <summary>All of it is paid.</summary>
    FeedIn,
}
