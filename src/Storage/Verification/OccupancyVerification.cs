using System.Data.Common;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Json;

namespace BillingActors.Storage.Verification;

/// <summary>Service points that two accounts have on the same days, by the rows that commits look at.</summary>
internal static class OccupancyVerification
{
    private const string SelectContracts = """
        select service_point_id, account_key, contract_id, cast(starts_on as text), cast(ends_on as text) from contract
        order by service_point_id, account_key, contract_id
        """;

    public static void Check(Books books, Findings findings, CancellationToken cancellation)
    {
        var here = new List<Occupancy>();
        foreach (var next in books.Read(SelectContracts, OccupancyOf))
        {
            cancellation.ThrowIfCancellationRequested();
            if (here.Count == 0 || here[0].ServicePointId != next.ServicePointId)
            {
                findings.Count(Rule.ServicePoints);
                here.Clear();
            }
            foreach (var other in here.Where(other => other.AccountKey != next.AccountKey && other.Collides(next)))
            {
                findings.Add(
                    Rule.ServicePoints, next.ServicePointId, $"{Told(other)} and {Told(next)} have it at once");
            }
            here.Add(next);
        }
    }

    private static string Told(Occupancy one)
    {
        var end = one.Until is { } until ? IsoDay.Format(until) : "";
        return $"account {one.AccountKey} by contract {one.ContractId} ({IsoDay.Format(one.From)}..{end})";
    }

    private static Occupancy OccupancyOf(DbDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        IsoDay.Parse(row.GetString(3)),
        Books.TextOrNull(row, 4) is { } end ? IsoDay.Parse(end) : null);
}
