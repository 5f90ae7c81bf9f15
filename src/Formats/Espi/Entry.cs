namespace BillingActors.Formats.Espi;

/// <summary>An Atom entry: its id and links.</summary>
internal sealed class Entry
{
    private const int RelatedMax = 256;
    private const string Blocks = "/IntervalBlock";
    private readonly List<string> _related = [];

    public string? Id { get; set; }

    public string? Self { get; private set; }

    public string? Up { get; private set; }

    public IReadOnlyList<string> Related => _related;

    /// <summary>For an entry of interval blocks: the link of the meter reading they belong to.</summary>
    public string? BlockOf =>
        Up is not null && Up.EndsWith(Blocks, StringComparison.Ordinal) ? Up[..^Blocks.Length] : Up;

    public void Add(string? relation, string? target)
    {
        if (target is null)
            return;
        var link = target.TrimEnd('/');
        if (relation == "self")
            Self = link;
        else if (relation == "up")
            Up = link;
        else if (relation == "related" && _related.Count < RelatedMax)
            _related.Add(link);
    }
}
