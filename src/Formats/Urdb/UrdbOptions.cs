namespace BillingActors.Formats.Urdb;

/// <summary>What the reader of a rate knows better than its file.</summary>
public sealed record UrdbOptions
{
    /// <summary>As the file says, for a customer with generation and a reactive meter.</summary>
    public static UrdbOptions Default { get; } = new();

    /// <summary>Whether the start and end date of the rate count; else it is valid on any day.</summary>
    public bool KeepDates { get; init; } = true;

    /// <summary>Whether what is fed in is billed by the rate's rules for distributed generation.</summary>
    public bool WithGeneration { get; init; } = true;

    /// <summary>How what is fed in is billed; what the file says of it counts where this says nothing else.</summary>
    public UrdbGenerationRule Generation { get; init; } = UrdbGenerationRule.AsPublished;

    /// <summary>What a unit fed in is paid where generation is a feed-in; null: the sell rates of the file.</summary>
    public decimal? FeedInPrice { get; init; }

    /// <summary>When the prices of a file with one for each hour of a year are for; null: that is not known.</summary>
    public UrdbPriceYears? PriceYears { get; init; }

    /// <summary>Whether a charge for reactive power is billed; it needs a channel in kVArh.</summary>
    public bool WithReactivePower { get; init; } = true;

    /// <summary>Whether the contract names the peaks of the system, so that demand at them is billed.</summary>
    public bool WithPeakEvents { get; init; }

    /// <summary>Minutes over which demand is averaged where the file has no demand window.</summary>
    public int DemandWindowMinutes { get; init; } = 15;

    /// <summary>IANA time zone of the utility; the database has none. Null: that of the legal entity.</summary>
    public string? Zone { get; init; }
}
