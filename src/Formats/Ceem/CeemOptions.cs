namespace BillingActors.Formats.Ceem;

/// <summary>What the reader of an Australian tariff knows better than its file.</summary>
public sealed record CeemOptions
{
    /// <summary>Network use of system, for a customer with generation.</summary>
    public static CeemOptions Default { get; } = new();

    /// <summary>
    /// Which part of a network tariff is wanted: NUOS is all of it, DUOS, TUOS, DTUOS and JUOS are parts.
    /// </summary>
    public string Part { get; init; } = "NUOS";

    /// <summary>Whether what is fed in is paid.</summary>
    public bool WithGeneration { get; init; } = true;

    /// <summary>IANA time zone; the files have none. Null: that of the legal entity.</summary>
    public string? Zone { get; init; }
}
