using System.Collections.Immutable;
using System.Text.Json;
using BillingActors.Storage.MasterData;
using BillingActors.Storage.Privacy;

namespace BillingActors.Storage.Reports;

/// <summary>Finds customers through the blind index and reads their names out of their decrypted records.</summary>
internal sealed class CustomerDirectory(IMasterDataStore records, ICustomerSearch search) : ICustomerDirectory
{
    private const int EntityCountMax = 1000;

    public async Task<ImmutableArray<CustomerHit>> Find(
        EntityScope scope, string text, int countMax, CancellationToken cancellation)
    {
        IReadOnlyCollection<string> entities =
            scope.Entities.IsEmpty ? await AllEntities(cancellation) : scope.Entities;
        var found = await search.Find(entities, text, countMax, cancellation);
        return [.. found.Select(id => new CustomerHit(id, FieldOf(text)))];
    }

    public async Task<IReadOnlyDictionary<string, string>> Names(
        IReadOnlyCollection<string> customerIds, CancellationToken cancellation)
    {
        try
        {
            return NamesOf(await records.NewestOf(MasterKind.Customer, customerIds, cancellation));
        }
        catch (PersonalDataKeyException) when (customerIds.Count > 1)
        {
            return await NamesOneByOne(customerIds, cancellation);
        }
        catch (PersonalDataKeyException)
        {
            // The key of an erased customer is gone on purpose: the list goes on without the name.
            return ImmutableDictionary<string, string>.Empty;
        }
    }

    /// <summary>
    /// What a search text looks like decides by what a customer was found: the index holds no readable field.
    /// </summary>
    private static string FieldOf(string text) =>
        text.Contains('@', StringComparison.Ordinal) ? "email" : text.Any(char.IsLetter) ? "name" : "phone";

    private static Dictionary<string, string> NamesOf(ImmutableArray<MasterRecord> customers) => customers.ToDictionary(
        customer => customer.Id,
        customer => JsonSerializer.Deserialize<JsonElement>(customer.Body.Span).GetProperty("name").GetString() ?? "",
        StringComparer.Ordinal);

    private async Task<IReadOnlyDictionary<string, string>> NamesOneByOne(
        IReadOnlyCollection<string> customerIds, CancellationToken cancellation)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in customerIds)
        {
            foreach (var (known, name) in await Names([id], cancellation))
                names.Add(known, name);
        }
        return names;
    }

    private async Task<string[]> AllEntities(CancellationToken cancellation) =>
        [.. (await records.List(MasterKind.LegalEntity, "", EntityCountMax, cancellation)).Select(entity => entity.Id)];
}
