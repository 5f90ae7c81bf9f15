using BillingActors.Domain.Accounts;

namespace BillingActors.Storage.Accounts;

/// <summary>A commit that won its fence, with the number its document drew.</summary>
internal sealed class StoredCommit(PreparedCommit prepared, DocumentNumber? number)
{
    private LoadedAccount? _after;

    /// <summary>The rows.</summary>
    public PreparedCommit Prepared { get; } = prepared;

    /// <summary>The number, or null where nothing is numbered.</summary>
    public DocumentNumber? Number { get; } = number;

    /// <summary>Hash of the numbered document, or null.</summary>
    public byte[]? DocumentHash { get; } = number is null ? null : HashChain.DocumentHash(number, prepared.Document);

    /// <summary>
    /// The account as it now stands; worked out when first asked for, mostly after all locks are gone.
    /// </summary>
    public LoadedAccount After => _after ??= Prepared.Stored(Number, DocumentHash);
}
