namespace BillingActors.Gateway.Console.Lists;

/// <summary>A list that one open page looks into, for one query.</summary>
public abstract class ListWindow<TRow>
{
    /// <summary>The rows from a place on.</summary>
    public abstract Task<ListPiece<TRow>> Read(long skip, int countMax, CancellationToken cancellation);
}
