namespace BillingActors.Storage.Privacy;

/// <summary>A key as it is stored.</summary>
/// <param name="Id">Customer or legal entity it belongs to.</param>
/// <param name="WrappedBy">The legal entity, or the id of the master key.</param>
/// <param name="Wrapped">The envelope.</param>
internal sealed record WrappedKey(string Id, string WrappedBy, byte[] Wrapped)
{
    /// <summary>Whether it was destroyed on purpose: whoever it belonged to was erased.</summary>
    public bool IsDestroyed => Wrapped.Length == 0;
}
