using BillingActors.Domain.Accounts;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Charging;

/// <summary>Sorts the records of a batch: where each belongs, which came before, and which cannot be taken.</summary>
internal sealed class UsageSorting(Account account, UsageContext given)
{
    private const int NameLengthMax = 200;

    private readonly Dictionary<(ulong High, ulong Low), ulong> _seen = [];

    /// <summary>Records by where they belong, in the order in which they began.</summary>
    public Dictionary<(string ContractId, Period Period, bool IsLate), List<SortedUsage>> Groups { get; } = [];

    /// <summary>Records that cannot be rated, with the reason.</summary>
    public List<(UsageRecord Record, UsageTrouble Trouble)> Troubles { get; } = [];

    /// <summary>Source and id of those that came before and said the same.</summary>
    public List<string> Duplicates { get; } = [];

    /// <summary>Whether the record says enough to be looked at.</summary>
    public static bool IsValid(UsageRecord record) =>
        record.Source is { Length: >= 1 and <= NameLengthMax }
        && record.Id is { Length: >= 1 and <= NameLengthMax }
        && record.Call is null != record.Event is null;

    /// <summary>Takes the next record.</summary>
    public void Take(UsageRecord record)
    {
        if (!IsValid(record))
        {
            SetAside(record, UsageRefusals.Invalid, "A record has a source, an id, and is either a call or an event.");
            return;
        }
        if (UsagePlace.Of(account, record, given, out var why) is not { } place)
        {
            SetAside(record, why.Code, why.Detail);
            return;
        }
        var key = UsageKey.Of(record);
        switch (Match(place, key))
        {
            case UsageMatch.Same:
                Duplicates.Add(record.Name);
                break;
            case UsageMatch.Other:
                SetAside(record, UsageRefusals.Conflict, "A record with this id came before and said something else.");
                break;
            case var _ when place.IsLate && place.Contract.BilledThrough >= place.Contract.Until:
                SetAside(record, UsageRefusals.Late, $"Contract {place.Contract.Id} ended and had its last bill.");
                break;
            case var _ when place.IsLate && UsageRating.IsCorrected(place):
                SetAside(
                    record, UsageRefusals.Late, $"The period {place.Period} is billed; take the invoice back first.");
                break;
            default:
                Add(new SortedUsage(record, place, key));
                break;
        }
    }

    /// <summary>Sets a record aside.</summary>
    public void SetAside(UsageRecord record, string code, string detail) =>
        Troubles.Add((record, new UsageTrouble(record.Source ?? "", record.Id ?? "", code, detail)));

    private void Add(SortedUsage sorted)
    {
        _seen[(sorted.Key.High, sorted.Key.Low)] = sorted.Key.Content;
        var group = (sorted.Place.Contract.Id, sorted.Place.Period, sorted.Place.IsLate);
        if (!Groups.TryGetValue(group, out var records))
            Groups.Add(group, records = []);
        records.Add(sorted);
    }

    // Open periods of all contracts are at hand; of a period that was billed only its own keys are asked.
    private UsageMatch Match(UsagePlace place, UsageKey key)
    {
        if (_seen.TryGetValue((key.High, key.Low), out var content))
            return content == key.Content ? UsageMatch.Same : UsageMatch.Other;
        foreach (var period in account.Contracts.SelectMany(static one => one.Usage?.Periods ?? []))
        {
            if (UsageIds.Find(period.Ids, key) is var match and not UsageMatch.None)
                return match;
        }
        return given.StoredIds.TryGetValue((place.Contract.Id, place.Period), out var stored)
            ? UsageIds.Find(stored, key)
            : UsageMatch.None;
    }
}
