using System.Collections.Immutable;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Commands;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>An account that remembers what it was asked and answers what the test says.</summary>
internal sealed class FakeAccount(string key) : IAccountGrain
{
    private readonly (string EntityId, string AccountId) _id = AccountKey.Split(key);

    public bool Exists { get; set; } = !key.EndsWith("/nobody", StringComparison.Ordinal);

    public long Version { get; set; } = 7;

    public Problem? Refusal { get; set; }

    public Exception? Fault { get; set; }

    public List<CommandEnvelope> Asked { get; } = [];

    public Task<Reply<Receipt>> Open(CommandEnvelope envelope, OpenAccount command, CancellationToken cancellation) =>
        Answer(envelope);

    public Task<Reply<Receipt>> ChangeProfile(
        CommandEnvelope envelope, ChangeProfile command, CancellationToken cancellation) =>
        command.ExpectedVersion == Version || IsKnown(envelope)
            ? Answer(envelope)
            : Task.FromResult(Reply<Receipt>.No("stale-version", $"The account is at version {Version} now."));

    public Task<Reply<Receipt>> StartContract(
        CommandEnvelope envelope, StartContract command, CancellationToken cancellation) => Answer(envelope);

    public Task<Reply<Receipt>> ChangeTariff(
        CommandEnvelope envelope, ChangeTariff command, CancellationToken cancellation) => Answer(envelope);

    public Task<Reply<Receipt>> EndContract(
        CommandEnvelope envelope, EndContract command, CancellationToken cancellation) => Answer(envelope);

    public Task<Reply<Receipt>> AddCharge(
        CommandEnvelope envelope, AddCharge command, CancellationToken cancellation) => Answer(envelope);

    public Task<Reply<Receipt>> RemoveCharge(
        CommandEnvelope envelope, RemoveCharge command, CancellationToken cancellation) => Answer(envelope);

    public Task<Reply<Receipt>> Close(
        CommandEnvelope envelope, CloseAccount command, CancellationToken cancellation) => Answer(envelope);

    public Task<AccountView?> View(CancellationToken cancellation) => Task.FromResult(Exists
        ? new AccountView(_id.EntityId, _id.AccountId, "c1", "open", "AUD", "monthly", 14, new DateOnly(2026, 1, 1), [],
            [], [], 1234, 1, Version, DateTimeOffset.UnixEpoch)
        : null);

    public Task<BalanceView?> Balance(CancellationToken cancellation) => Task.FromResult(Exists
        ? new BalanceView(_id.EntityId, _id.AccountId, "AUD", 1234, 1, null, Version, DateTimeOffset.UnixEpoch)
        : null);

    public Task<ImmutableArray<AccountHistoryEntry>> History(long beforeVersion, CancellationToken cancellation)
    {
        var newest = !Exists ? 0 : beforeVersion == 0 ? Version : beforeVersion - 1;
        var count = (int)Math.Min(newest, 200);
        return Task.FromResult<ImmutableArray<AccountHistoryEntry>>([.. Enumerable.Range(0, count).Select(back =>
            new AccountHistoryEntry(
                newest - back, "opened", DateTimeOffset.UnixEpoch, "person", "p", "api", null, "{}"))]);
    }

    /// <summary>The same command id again is a replay.</summary>
    private Task<Reply<Receipt>> Answer(CommandEnvelope envelope)
    {
        if (Fault is not null)
            return Task.FromException<Reply<Receipt>>(Fault);
        if (Refusal is not null)
            return Task.FromResult(new Reply<Receipt>(null, Refusal));
        var isReplay = IsKnown(envelope);
        Asked.Add(envelope);
        var receipt = new Receipt(_id.EntityId, _id.AccountId, Version + 1, envelope.CommandId);
        return Task.FromResult(new Reply<Receipt>(receipt, IsReplay: isReplay));
    }

    private bool IsKnown(CommandEnvelope envelope) => Asked.Exists(asked => asked.CommandId == envelope.CommandId);
}
