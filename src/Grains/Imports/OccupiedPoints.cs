using BillingActors.Storage.Accounts;

namespace BillingActors.Grains.Imports;

/// <summary>
/// Who has the service points of a batch, with what the batch itself has given away so far. The commit looks again, so
/// that it need not be true for longer than it takes to name the row that is wrong.
/// </summary>
internal sealed class OccupiedPoints
{
    private readonly Dictionary<string, List<Occupancy>> _taken = new(StringComparer.Ordinal);

    public OccupiedPoints(IEnumerable<Occupancy> stored)
    {
        foreach (var one in stored)
            Of(one.ServicePointId).Add(one);
    }

    /// <summary>Takes the days, unless another account has some of them.</summary>
    public bool TryTake(Occupancy wanted)
    {
        var others = Of(wanted.ServicePointId);
        if (others.Any(other => other.AccountKey != wanted.AccountKey && other.Collides(wanted)))
            return false;
        others.Add(wanted);
        return true;
    }

    private List<Occupancy> Of(string servicePointId)
    {
        if (!_taken.TryGetValue(servicePointId, out var taken))
            _taken.Add(servicePointId, taken = []);
        return taken;
    }
}
