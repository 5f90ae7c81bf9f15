using BillingActors.Survival.Clusters;
using BillingActors.Survival.Desks;

namespace BillingActors.Survival.Faults;

/// <summary>What an arena is made of.</summary>
/// <param name="Cluster">The cluster.</param>
/// <param name="Books">Its books.</param>
/// <param name="Load">The work.</param>
internal sealed record ArenaSettings(ClusterSettings Cluster, BookSettings Books, LoadSettings Load);
