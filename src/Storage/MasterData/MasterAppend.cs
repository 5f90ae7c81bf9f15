using BillingActors.Storage.Privacy;

namespace BillingActors.Storage.MasterData;

/// <summary>Rows of one append: records as they are stored, new customer keys, and the customers' tokens.</summary>
/// <param name="Records">Records, customers' bodies encrypted, sorted by kind and id.</param>
/// <param name="Keys">Keys of new customers.</param>
/// <param name="Changed">Customers whose old tokens go.</param>
/// <param name="Tokens">Tokens by customer.</param>
internal sealed record MasterAppend(
    IReadOnlyList<MasterRecord> Records,
    IReadOnlyList<WrappedKey> Keys,
    IReadOnlyList<string> Changed,
    IReadOnlyList<(string CustomerId, SearchToken Token)> Tokens);
