using BillingActors.Storage.Users;

namespace BillingActors.Storage.Postgres.Users;

/// <summary>Choices of people on PostgreSQL.</summary>
internal sealed class PostgresViewSettingStore(PostgresDatabase database) : IViewSettingStore
{
    private const string Select = "select value from view_setting where person_id = $1 and name = $2";

    private const string Upsert = """
        insert into view_setting(person_id, name, value) values ($1, $2, $3)
        on conflict (person_id, name) do update set value = excluded.value
        """;

    public async Task<string?> Find(string personId, string name, CancellationToken cancellation) =>
        (await database.Command(Select, personId, name).Query(row => row.GetString(0), cancellation))
        .FirstOrDefault();

    public Task Save(string personId, string name, string value, CancellationToken cancellation) =>
        database.Command(Upsert, personId, name, value).Run(cancellation);
}
