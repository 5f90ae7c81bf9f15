namespace BillingActors.Domain.Tariffs.Demands;

/// <summary>What a demand charge does to the demand before it prices it.</summary>
public sealed record DemandTerms
{
    /// <summary>The highest window is billed as it is.</summary>
    public static DemandTerms Plain { get; } = new();

    /// <summary>What is measured.</summary>
    public DemandBasis Basis { get; init; }

    /// <summary>What its price is for: a month, or each day or year of the bill.</summary>
    public ChargePer Per { get; init; } = ChargePer.Month;

    /// <summary>Id of the list of events of a coincident demand.</summary>
    public string? Events { get; init; }

    /// <summary>What several events make of a coincident demand; null: as the setting says.</summary>
    public CoincidentRule? Combine { get; init; }

    /// <summary>Which earlier events set a coincident demand; null: those of the bill.</summary>
    public CoincidentLookBack? LookBack { get; init; }

    /// <summary>What the power factor does to it; null: nothing.</summary>
    public PowerFactorTerms? PowerFactor { get; init; }

    /// <summary>Hours whose windows count for more or less than they measure; null: all count as they are.</summary>
    public DemandWeights? Weights { get; init; }

    /// <summary>Measured as the mean of several windows; null: as the highest.</summary>
    public DemandMean? Mean { get; init; }

    /// <summary>The mean of the last months is billed; null: the own month.</summary>
    public RollingMean? Rolling { get; init; }

    /// <summary>Billed at least at a share of earlier months; null: not.</summary>
    public Ratchet? Ratchet { get; init; }

    /// <summary>Billed at least; null: no limit.</summary>
    public decimal? Least { get; init; }

    /// <summary>Billed at least at this percentage of the contract demand; null: not.</summary>
    public decimal? ContractPercent { get; init; }

    /// <summary>
    /// Code of a demand charge before it: only what goes beyond its billed demand is billed; null: all.
    /// </summary>
    public string? Over { get; init; }

    /// <summary>Percentage of that demand beyond which it is billed, as of reactive power over real.</summary>
    public decimal OverPercent { get; init; } = 100m;

    /// <summary>Only what goes beyond this percentage of the contract demand is billed; null: all.</summary>
    public decimal? OverContractPercent { get; init; }
}
