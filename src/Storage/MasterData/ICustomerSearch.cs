using System.Collections.Immutable;

namespace BillingActors.Storage.MasterData;

/// <summary>Finds customers by words of their name, by phone or by e-mail, without any of it lying readable in the store.</summary>
public interface ICustomerSearch
{
    /// <summary>
    /// Ids of customers of the legal entities that match every word of the text: beginnings of names from three characters,
    /// digits of a phone number, or an e-mail. In order of id, at most so many. Very long words are compared by their first
    /// ten characters, so the caller shows what it decrypts.
    /// </summary>
    Task<ImmutableArray<string>> Find(
        IReadOnlyCollection<string> entityIds, string text, int countMax, CancellationToken cancellation);
}
