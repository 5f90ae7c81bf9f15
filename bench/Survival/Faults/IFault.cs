namespace BillingActors.Survival.Faults;

/// <summary>Something that breaks, and is mended again by whoever mends such things.</summary>
internal interface IFault
{
    /// <summary>Its name, as people choose it.</summary>
    string Name { get; }

    /// <summary>Why it cannot be done here; null when it can.</summary>
    string? Obstacle(Arena arena);

    /// <summary>Breaks it, lets it last, and mends it.</summary>
    Task<Blow> Strike(Arena arena, CancellationToken cancellation);
}
