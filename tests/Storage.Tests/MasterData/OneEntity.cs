using BillingActors.Storage.MasterData;
using BillingActors.Storage.Privacy;

namespace BillingActors.Storage.Tests.MasterData;

/// <summary>
/// Tests share a database and each has its own master key, so a rotation sees one legal entity only.
/// </summary>
internal sealed class OneEntity(IMasterDataTable table, string entityId) : IKeyTable
{
    public Task<IReadOnlyList<WrappedKey>> EntityKeys(
        IReadOnlyCollection<string>? entityIds, CancellationToken cancellation) =>
        table.EntityKeys([entityId], cancellation);

    public Task<IReadOnlyList<WrappedKey>> CustomerKeys(
        IReadOnlyCollection<string> customerIds, CancellationToken cancellation) =>
        table.CustomerKeys(customerIds, cancellation);

    public Task AddEntityKey(WrappedKey key, CancellationToken cancellation) =>
        table.AddEntityKey(key, cancellation);

    public Task AddCustomerKey(WrappedKey key, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task RewrapEntityKeys(IReadOnlyList<WrappedKey> keys, CancellationToken cancellation) =>
        table.RewrapEntityKeys(keys, cancellation);
}
