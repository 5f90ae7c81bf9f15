using BillingActors.Survival.Desks;
using Npgsql;

namespace BillingActors.Survival.Checks;

/// <summary>
/// Compares the calls that were acknowledged with those that were rated, account by account, once all work is at rest.
/// </summary>
internal static class CallEffects
{
    private const string SelectRated = """
        select account_key, sum(record_count)::bigint from usage_record group by account_key
        """;

    private const string CountSetAside = "select count(*) from usage_suspense";

    /// <summary>Everything that must not be; empty when all is well.</summary>
    public static async Task<IReadOnlyList<string>> Check(
        NpgsqlDataSource books, IReadOnlyList<long> acknowledged, CancellationToken cancellation)
    {
        var rated = await Rated(books, cancellation);
        var anomalies = new List<string>();
        for (var index = 0; index < acknowledged.Count; index++)
        {
            var count = rated.GetValueOrDefault($"{BookSettings.EntityId}/{BookSettings.AccountId(index)}");
            if (count != acknowledged[index])
                anomalies.Add(
                    $"{BookSettings.AccountId(index)}: {acknowledged[index]} calls acknowledged, {count} rated");
        }
        await using var command = books.CreateCommand(CountSetAside);
        if ((long)(await command.ExecuteScalarAsync(cancellation))! is > 0 and var aside)
            anomalies.Add($"{aside} calls are set aside");
        return anomalies;
    }

    private static async Task<Dictionary<string, long>> Rated(NpgsqlDataSource books, CancellationToken cancellation)
    {
        var rated = new Dictionary<string, long>(StringComparer.Ordinal);
        await using var command = books.CreateCommand(SelectRated);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            rated[rows.GetString(0)] = rows.GetInt64(1);
        return rated;
    }
}
