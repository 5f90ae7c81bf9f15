namespace BillingActors.Formats.ChargeRows;

/// <summary>What the reader of a file with one row per charge knows better than the file.</summary>
public sealed record ChargeRowOptions
{
    /// <summary>For a customer with generation, and demand over fifteen minutes.</summary>
    public static ChargeRowOptions Default { get; } = new();

    /// <summary>Whether what is fed in is paid.</summary>
    public bool WithGeneration { get; init; } = true;

    /// <summary>Minutes over which demand is averaged; the file does not tell.</summary>
    public int DemandWindowMinutes { get; init; } = 15;

    /// <summary>IANA time zone; the file has none. Null: that of the legal entity.</summary>
    public string? Zone { get; init; }
}
