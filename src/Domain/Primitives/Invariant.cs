namespace BillingActors.Domain.Primitives;

/// <summary>Checks that are always on: a broken one stops the turn, and nothing of the turn is stored.</summary>
public static class Invariant
{
    /// <summary>Throws <see cref="BrokenInvariantException"/> unless what must hold does hold.</summary>
    public static void Holds(bool holds, string what)
    {
        if (!holds)
            throw new BrokenInvariantException(what);
    }
}
