namespace BillingActors.Cli.Rating.Usage;

/// <summary>Reads usage of one kind.</summary>
internal interface IUsageReader
{
    /// <summary>Name of the kind, such as "series".</summary>
    string Name { get; }

    /// <summary>Whether a file that begins so is of this kind.</summary>
    bool Recognises(UsageHead head);

    /// <summary>Reads the file; an <see cref="UnratableException"/> names what is wrong with it.</summary>
    Task<GivenUsage> Read(Stream file, UsageContext context, CancellationToken cancellation);
}
