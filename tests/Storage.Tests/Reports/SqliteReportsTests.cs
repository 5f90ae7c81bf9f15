using BillingActors.Storage.Sqlite.Reports;
using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Reports;

public sealed class SqliteReportsTests(SqliteFixture fixture)
    : ReportsContract(StoreSet.Of(fixture)), IClassFixture<SqliteFixture>
{
    [Theory]
    [InlineData(SqliteSearch.SelectExact)]
    [InlineData(SqliteReports.SelectNumbered)]
    public async Task A_number_is_found_without_a_walk_through_all_invoices(string sql)
    {
        var plan = await fixture.Database.Read(
            connection =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = "explain query plan " + sql;
                for (var i = 1; i <= 5; i++)
                    command.Parameters.AddWithValue("$" + i, "[]");
                using var rows = command.ExecuteReader();
                var steps = new List<string>();
                while (rows.Read())
                    steps.Add(rows.GetString(3));
                return steps;
            },
            Cancellation);

        Assert.Contains(plan, step => step.StartsWith(
            "SEARCH i USING INDEX sqlite_autoindex_invoice_2 (entity_id=? AND series=? AND number=?)",
            StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.StartsWith("SCAN i", StringComparison.Ordinal));
    }
}
