using BillingActors.Storage.Accounts;

namespace BillingActors.Grains.Imports;

/// <summary>
/// Who has the service points of a batch, with what the batch itself has given away so far. The commit looks again, so
/// that it need not be true for longer than it takes to name the row that is wrong.
/// </summary>
internal sealed class OccupiedPoints(IEnumerable<Occupancy> stored)
{
    private readonly ILookup<string, Occupancy> _stored = stored.ToLookup(
        one => one.ServicePointId, StringComparer.Ordinal);

    private readonly List<Occupancy> _given = [];

    /// <summary>Takes the days, unless another account has some of them.</summary>
    public bool TryTake(Occupancy wanted)
    {
        var others = _stored[wanted.ServicePointId].Concat(_given);
        if (others.Any(other => other.AccountKey != wanted.AccountKey && other.Collides(wanted)))
            return false;
        _given.Add(wanted);
        return true;
    }
}
