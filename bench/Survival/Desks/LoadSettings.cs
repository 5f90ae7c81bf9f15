namespace BillingActors.Survival.Desks;

/// <summary>How much work there is while faults happen.</summary>
internal sealed record LoadSettings
{
    /// <summary>Clerks who pay side by side.</summary>
    public int ClerkCount { get; init; } = 8;

    /// <summary>Pause of a clerk between two payments.</summary>
    public TimeSpan PaymentPace { get; init; } = TimeSpan.FromMilliseconds(120);

    /// <summary>Networks that hand calls in.</summary>
    public int NetworkCount { get; init; } = 2;

    /// <summary>Pause of a network between two batches.</summary>
    public TimeSpan CallPace { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Agents who look balances up.</summary>
    public int AgentCount { get; init; } = 2;

    /// <summary>Pause of an agent between two look-ups.</summary>
    public TimeSpan LookUpPace { get; init; } = TimeSpan.FromMilliseconds(60);

    /// <summary>Pause of the operator between two bill runs.</summary>
    public TimeSpan RunPace { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a caller waits for an answer before it asks again.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>How long work that was begun may take to end once nothing is broken any more.</summary>
    public TimeSpan DrainLongest { get; init; } = TimeSpan.FromSeconds(90);
}
