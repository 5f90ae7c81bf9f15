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

    /// <summary>Whether a charge for reactive power is billed; it needs a channel in kVArh.</summary>
    public bool WithReactivePower { get; init; } = true;

    /// <summary>Minutes over which demand is averaged where the file has no demand window.</summary>
    public int DemandWindowMinutes { get; init; } = 15;

    /// <summary>IANA time zone of the utility; the database has none. Null: that of the legal entity.</summary>
    public string? Zone { get; init; }
}
