using System.Collections.Concurrent;

namespace BillingActors.Survival.Network;

/// <summary>All wires of a cluster, by the names of the two programs at their ends.</summary>
internal sealed class Wires
{
    private readonly ConcurrentDictionary<(string From, string To), Wire> _wires = new();

    /// <summary>The wire that connections from one to the other take.</summary>
    public Wire Between(string from, string to) => _wires.GetOrAdd((from, to), static _ => new Wire());

    /// <summary>Cuts the ways between one and some others, both ways.</summary>
    public void Cut(string one, IEnumerable<string> others)
    {
        foreach (var other in others)
        {
            Between(one, other).Cut();
            Between(other, one).Cut();
        }
    }

    /// <summary>Mends all of them.</summary>
    public void Mend()
    {
        foreach (var wire in _wires.Values)
            wire.Mend();
    }
}
