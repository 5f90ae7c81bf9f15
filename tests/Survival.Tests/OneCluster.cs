namespace BillingActors.Survival.Tests;

/// <summary>Tests that share the one cluster, and so run one after the other.</summary>
[CollectionDefinition]
public sealed class OneCluster : ICollectionFixture<ClusterAtWork>;
