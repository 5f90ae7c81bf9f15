using BillingActors.Domain.Accounts;

namespace BillingActors.Storage.Accounts;

/// <summary>
/// An event as it lies in its table. Every row carries the whole envelope, so that each reads by itself.
/// </summary>
/// <param name="Key">The account.</param>
/// <param name="Envelope">Its envelope, with the numbers of its documents once they are drawn.</param>
/// <param name="Previous">The link it was written on.</param>
/// <param name="Body">The event as JSON.</param>
/// <param name="DocumentHash">Hash of its document, or null.</param>
internal sealed record EventRow(
    string Key, EventEnvelope Envelope, byte[] Previous, byte[] Body, byte[]? DocumentHash = null)
{
    /// <summary>The event.</summary>
    public AccountEvent Happened => AccountEventJson.ReadEvent(Body);

    /// <summary>The link the next event is written on.</summary>
    public byte[] Link()
    {
        var link = HashChain.Link(Previous, Key, Envelope, Body);
        return DocumentHash is null ? link : HashChain.WithDocument(link, DocumentHash);
    }
}
