using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(BillingActors.Gateway.Tests.LongestFirst))]
// Many tests wait for programs they started, so there is room for one more than there are cores.
[assembly: Parallelization(MaxThreads = 3)]

namespace BillingActors.Gateway.Tests;

/// <summary>Begins with the classes that take minutes, so that no core waits for a last long one.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] _long =
        ["PostgresKillTests", "SqliteKillTests", "DemoTests", "LonelyGatewayTests", "ClusterTests"];

    /// <inheritdoc />
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(
        IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(static collection => Place(collection.TestCollectionDisplayName))];

    private static int Place(string name)
    {
        var place = Array.FindIndex(_long, one => name.Contains($".{one}", StringComparison.Ordinal));
        return place < 0 ? _long.Length : place;
    }
}
