using BillingActors.Storage.Users;

namespace BillingActors.Storage.Sqlite.Users;

/// <summary>Choices of people on SQLite.</summary>
internal sealed class SqliteViewSettingStore(SqliteDatabase database) : IViewSettingStore
{
    private const string Select = "select value from view_setting where person_id = $1 and name = $2";

    private const string Upsert = """
        insert into view_setting(person_id, name, value) values ($1, $2, $3)
        on conflict (person_id, name) do update set value = excluded.value
        """;

    public async Task<string?> Find(string personId, string name, CancellationToken cancellation) =>
        (await database.All(Select, row => row.GetString(0), cancellation, personId, name)).FirstOrDefault();

    public Task Save(string personId, string name, string value, CancellationToken cancellation) =>
        database.Write(transaction => transaction.Execute(Upsert, personId, name, value), cancellation);
}
