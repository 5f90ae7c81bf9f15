using BillingActors.Storage.Sqlite.DueWork;
using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.DueWork;

public sealed class SqliteDueWorkTests(SqliteFixture fixture)
    : DueWorkContract(StoreSet.Of(fixture)), IClassFixture<SqliteFixture>
{
    [Fact]
    public async Task What_is_due_is_found_by_its_time_whatever_else_waits()
    {
        var plan = await fixture.Database.Read(
            connection =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = "explain query plan " + SqliteDueWorkStore.SelectDue;
                for (var i = 1; i <= 4; i++)
                    command.Parameters.AddWithValue("$" + i, 1L);
                using var rows = command.ExecuteReader();
                var steps = new List<string>();
                while (rows.Read())
                    steps.Add(rows.GetString(3));
                return steps;
            },
            Cancellation);

        Assert.Equal(["SEARCH due_work USING COVERING INDEX due_work_by_time (due_at<?)"], plan);
    }
}
