namespace BillingActors.Domain.Tariffs.Calls.Choices;

/// <summary>What becomes of an allowance with less left than an increment.</summary>
public enum BucketEnd
{
    /// <summary>It stays for a smaller increment.</summary>
    Whole,

    /// <summary>It is used up, and the next increment begins where it ended.</summary>
    Split,
}
