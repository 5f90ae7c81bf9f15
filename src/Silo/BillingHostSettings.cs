namespace BillingActors.Silo;

/// <summary>What a program that embeds the product may choose; everything else comes from configuration.</summary>
public sealed record BillingHostSettings
{
    /// <summary>Command-line arguments, as configuration: "--Billing:Storage:Path=billing.db".</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Values that win over every other source of configuration.</summary>
    public IReadOnlyDictionary<string, string?> Overrides { get; init; } =
        new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>The clock of grains and gateway; the system's where none is given.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Addresses to listen on; those of the configuration where none are given.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [];

    /// <summary>Whether to say little: errors, and warnings that are no advice to those who run servers.</summary>
    public bool IsQuiet { get; init; }
}
