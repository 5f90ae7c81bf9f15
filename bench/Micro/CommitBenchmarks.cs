using System.Globalization;
using BenchmarkDotNet.Attributes;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using BillingActors.Storage.Accounts;
using NodaTime;

namespace BillingActors.Micro;

/// <summary>
/// A commit from the decision until it is durable in the embedded database: alone, and of many accounts that share a
/// flush.
/// </summary>
[MemoryDiagnoser]
public class CommitBenchmarks
{
    private const int AccountCount = 64;

    private readonly LoadedAccount[] _accounts = new LoadedAccount[AccountCount];
    private MicroStore _database = null!;
    private IAccountStore _store = null!;
    private int _number;

    [GlobalSetup]
    public async Task Open()
    {
        _database = await MicroStore.Create();
        _store = _database.Get<IAccountStore>();
        for (var i = 0; i < AccountCount; i++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"bench/A{i}");
            var none = await _store.Load(key, CancellationToken.None);
            _accounts[i] = await _store.Append(
                Commit(none, new AccountEvent.Opened("bench", "C1", "EUR", "monthly", 14, new LocalDate(2025, 7, 1))),
                CancellationToken.None);
        }
    }

    [Benchmark(Description = "commit alone")]
    public Task Alone() => Append(0);

    [Benchmark(OperationsPerInvoke = AccountCount, Description = "commit of 64 at a time")]
    public Task Together() => Task.WhenAll(Enumerable.Range(0, AccountCount).Select(Append));

    [Benchmark(Description = "account loaded")]
    public Task<LoadedAccount> Load() => _store.Load(_accounts[0].Key, CancellationToken.None);

    [GlobalCleanup]
    public async Task Close() => await _database.DisposeAsync();

    private async Task Append(int index)
    {
        var before = _accounts[index];
        var terms = before.State.TermsDays;
        _accounts[index] = await _store.Append(
            Commit(before, new AccountEvent.ProfileChanged("monthly", "monthly", terms, terms == 14 ? 21 : 14)),
            CancellationToken.None);
    }

    private AccountCommit Commit(LoadedAccount before, AccountEvent happened)
    {
        var number = Interlocked.Increment(ref _number);
        var context = new CommandContext(
            string.Create(CultureInfo.InvariantCulture, $"command-{number}"),
            new Actor(ActorKind.Person, "bench"),
            "bench",
            Instant.FromUtc(2025, 8, 1, 3, 0));
        return new AccountCommit(before, context, "hash", null, [happened]);
    }
}
