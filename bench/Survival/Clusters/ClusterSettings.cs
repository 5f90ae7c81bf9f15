namespace BillingActors.Survival.Clusters;

/// <summary>How large a cluster is, and what its programs are told.</summary>
internal sealed record ClusterSettings
{
    /// <summary>Silos it starts with.</summary>
    public int SiloCount { get; init; } = 3;

    /// <summary>Silos it may grow to.</summary>
    public int SiloCountMax { get; init; } = 4;

    /// <summary>Connections that each pool of a program may hold: few, so that they can be used up.</summary>
    public int PoolCountMax { get; init; } = 12;

    /// <summary>
    /// Whether it is measured instead of broken: nothing can be cut or filled up, and everything has its usual size.
    /// </summary>
    public bool IsMeasured { get; init; }

    /// <summary>
    /// Folder of programs of an earlier build that the cluster begins with. They may know no ports to listen on behind
    /// a proxy, so nothing can be cut then.
    /// </summary>
    public string? EarlierPrograms { get; init; }

    /// <summary>Where it keeps everything; a new folder among the temporary files where none is given.</summary>
    public string? Folder { get; init; }
}
