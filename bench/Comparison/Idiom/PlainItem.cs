namespace BillingActors.Comparison.Idiom;

/// <summary>A bill and what is open of it.</summary>
[GenerateSerializer, Alias("comparison-item")]
public sealed class PlainItem
{
    /// <summary>End of its month, by which it is known.</summary>
    [Id(0)]
    public DateOnly Until { get; set; }

    /// <summary>The bill.</summary>
    [Id(1)]
    public BillOfMonth? Bill { get; set; }

    /// <summary>What is open of it.</summary>
    [Id(2)]
    public long OpenMinor { get; set; }
}
