namespace BillingActors.Storage.Privacy;

/// <summary>Where wrapped keys lie, one per database.</summary>
internal interface IKeyTable
{
    /// <summary>The keys of legal entities that have one; of all when no ids are given.</summary>
    Task<IReadOnlyList<WrappedKey>> EntityKeys(IReadOnlyCollection<string>? entityIds, CancellationToken cancellation);

    /// <summary>The keys of customers that have one, in one statement.</summary>
    Task<IReadOnlyList<WrappedKey>> CustomerKeys(
        IReadOnlyCollection<string> customerIds, CancellationToken cancellation);

    /// <summary>Keeps a legal entity's first key; when another program was first, that one stays.</summary>
    Task AddEntityKey(WrappedKey key, CancellationToken cancellation);

    /// <summary>Keeps a customer's key; when another program was first, that one stays.</summary>
    Task AddCustomerKey(WrappedKey key, CancellationToken cancellation);

    /// <summary>Replaces the wrapping of legal entities' keys, all or none.</summary>
    Task RewrapEntityKeys(IReadOnlyList<WrappedKey> keys, CancellationToken cancellation);
}
