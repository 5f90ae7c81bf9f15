using System.Collections.Immutable;

namespace BillingActors.Formats.EffectiveDated;

/// <summary>What a customer's place and programs decide in a residential schedule.</summary>
public sealed record EffectiveDatedOptions
{
    /// <summary>Territory T, without electric heating, full base charge, no program.</summary>
    public static EffectiveDatedOptions Default { get; } = new();

    /// <summary>Baseline territory.</summary>
    public string Territory { get; init; } = "T";

    /// <summary>Baseline of the kind of heating: basic or all_electric.</summary>
    public string Heating { get; init; } = "basic";

    /// <summary>Which base services charge is paid: tier_1 to tier_3.</summary>
    public string BaseCharge { get; init; } = "tier_3";

    /// <summary>Discount of a program as a share, such as 0.35; 0: none.</summary>
    public decimal Discount { get; init; }

    /// <summary>Components from which a program exempts, such as "wildfire_fund_charge".</summary>
    public ImmutableArray<string> Exempt { get; init; } = [];
}
