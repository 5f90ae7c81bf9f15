using BillingActors.Storage.Audit;

namespace BillingActors.Storage.Tests.Stores;

/// <summary>A contract of stores on one database; each test owns its ids.</summary>
public abstract class StoreContract(StoreSet stores) : IAsyncDisposable
{
    protected StoreSet Stores { get; } = stores;

    /// <summary>A word nobody else uses.</summary>
    protected string Id { get; } = Guid.NewGuid().ToString("N")[..12];

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected static DateTimeOffset At { get; } = new(2025, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public async ValueTask DisposeAsync()
    {
        await Stores.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Compares texts in order.</summary>
    protected static void Same(IEnumerable<string> wanted, IEnumerable<string> found) =>
        Assert.Equal(string.Join(' ', wanted), string.Join(' ', found));

    /// <summary>An entry of the audit trail that no other is.</summary>
    protected AuditEntry Noted(string action = "tested", DateTimeOffset? at = null) => new(
        at ?? At, "ada", "api", action, new AuditSubject("test", Id), $"{Id}-{Guid.NewGuid():N}");

    protected Task<long> Sql(string sql) => Stores.Sql(sql);
}
