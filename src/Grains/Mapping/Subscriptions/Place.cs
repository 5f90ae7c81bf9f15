namespace BillingActors.Grains.Mapping.Subscriptions;

/// <summary>Where in a document something is read, and who notes what is wrong there.</summary>
/// <param name="Path">Members and indexes.</param>
/// <param name="Reading">The notes.</param>
internal readonly record struct Place(string Path, TariffReading Reading)
{
    /// <summary>A member of this place.</summary>
    public Place At(string member) => this with { Path = $"{Path}/{member}" };

    /// <summary>Notes a problem here.</summary>
    public void Add(string rule, string detail) => Reading.Add(Path, rule, detail);
}
