namespace BillingActors.Domain.Tariffs.Metered;

/// <summary>When charges and credits of net metering are settled.</summary>
public enum SettleRule
{
    /// <summary>With each bill.</summary>
    Bill,

    /// <summary>Once, at the true-up: until then they are put off.</summary>
    Year,
}
