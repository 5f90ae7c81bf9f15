namespace BillingActors.House.Tests;

/// <summary>A broken rule at its place; prints like a compiler's error, so that editors can jump to it.</summary>
internal sealed record Finding(string File, int Line, string Rule)
{
    /// <summary>Fails with every finding on a line of its own.</summary>
    public static void AssertNone(IEnumerable<Finding> findings)
    {
        var all = findings.ToList();
        Assert.True(all.Count == 0, $"{all.Count} findings\n{string.Join('\n', all)}");
    }

    /// <inheritdoc />
    public override string ToString() => $"{File}:{Line}: error: {Rule}";
}
