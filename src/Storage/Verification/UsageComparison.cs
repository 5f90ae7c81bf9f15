using System.Data.Common;
using System.Globalization;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Charging;
using BillingActors.Storage.Json;

namespace BillingActors.Storage.Verification;

/// <summary>Kept records and keys of billed ones against what the events of an account say was rated.</summary>
internal static class UsageComparison
{
    public const string SelectKept = """
        select account_key, contract_id, cast(period_from as text), version, is_late, record_count
        from usage_record where account_key > $1 and account_key <= $2
        order by account_key, version, contract_id, period_from, is_late
        """;

    public const string SelectKeys = """
        select account_key, contract_id, cast(period_from as text), keys
        from usage_key where account_key > $1 and account_key <= $2 order by account_key, version
        """;

    public static void Check(AccountBooks books, Account state, Findings findings)
    {
        findings.Count(Rule.Usage, books.UsageKept.Count);
        if (books.UsageKept.Count == 0 && books.UsageKeys.Count == 0 && state.Contracts.All(one => one.Usage is null))
            return;
        var rated = books.Events
            .Select(static row => (row.Envelope.Version, Rated: row.Happened as AccountEvent.UsageRated))
            .Where(static row => row.Rated is not null)
            .SelectMany(static row => row.Rated!.Parts.Select(part => (row.Version, Part: part)))
            .ToList();
        List<KeptRow> kept =
        [
            .. rated.Select(static one => RowOf(one.Version, one.Part))
                .OrderBy(static row => row.Version)
                .ThenBy(static row => row.ContractId, StringComparer.Ordinal)
                .ThenBy(static row => row.PeriodFrom, StringComparer.Ordinal)
                .ThenBy(static row => row.IsLate),
        ];
        if (Difference.OfRows(books.UsageKept, kept) is { } row)
            findings.Add(Rule.Usage, books.Key, row);
        foreach (var period in rated.GroupBy(static one => (one.Part.ContractId, From: one.Part.Period.From)))
            CheckKeys(books, state, period, findings);
    }

    public static KeptRow KeptOf(DbDataReader row) => new(
        row.GetInt64(3),
        row.GetString(1),
        row.GetString(2),
        Convert.ToBoolean(row.GetValue(4), CultureInfo.InvariantCulture),
        row.GetInt32(5));

    // What a bill took out of the account's hands must lie in its table, and nothing else.
    private static void CheckKeys(
        AccountBooks books,
        Account state,
        IGrouping<(string ContractId, NodaTime.LocalDate From), (long Version, UsagePart Part)> period,
        Findings findings)
    {
        var all = UsageIds.Of(period.SelectMany(static one => one.Part.Records).Select(static one => one.Key));
        var held = (state.Contract(period.Key.ContractId)?.Usage?.Periods ?? [])
            .FirstOrDefault(one => one.Period.From == period.Key.From);
        if (held is null)
            return;
        var from = IsoDay.Format(period.Key.From);
        var known = books.UsageKeys
            .Where(one => one.ContractId == period.Key.ContractId && one.PeriodFrom == from)
            .Aggregate(held.Ids, static (keys, one) => UsageIds.Union(keys, one.Keys));
        if (!known.Span.SequenceEqual(all.Span))
        {
            findings.Add(
                Rule.Usage,
                books.Key,
                $"{UsageIds.CountOf(known)} keys of {period.Key.ContractId} from {from} are known, "
                + $"{UsageIds.CountOf(all)} records were rated");
        }
    }

    private static KeptRow RowOf(long version, UsagePart part) => new(
        version,
        part.ContractId,
        IsoDay.Format(part.Period.From),
        part.IsLate,
        part.Records.Select(static one => (one.Source, one.Id)).Distinct().Count());

    internal readonly record struct KeptRow(
        long Version, string ContractId, string PeriodFrom, bool IsLate, int Count);

    internal readonly record struct KeyRow(string ContractId, string PeriodFrom, byte[] Keys);
}
