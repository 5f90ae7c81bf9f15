namespace BillingActors.Survival.Torture;

/// <summary>How long a cluster is tortured, and how.</summary>
public sealed record TortureOptions
{
    /// <summary>How long faults go on.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Makes the plan of faults repeatable.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Kinds of faults; none for all.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>Accounts in the books.</summary>
    public int AccountCount { get; init; } = 60;

    /// <summary>Folder of an earlier build's programs, to begin with and to be replaced one by one.</summary>
    public string? EarlierPrograms { get; init; }

    /// <summary>Where logs and books are kept; a new folder among the temporary files where none is given.</summary>
    public string? Folder { get; init; }

    /// <summary>Whether the report is one line of JSON instead of text.</summary>
    public bool AsJson { get; init; }
}
