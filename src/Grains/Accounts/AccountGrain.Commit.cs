using BillingActors.Domain.Accounts;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Mapping;
using BillingActors.Storage;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Charging;
using Microsoft.Extensions.Logging;

namespace BillingActors.Grains.Accounts;

/// <summary>The commit of a turn: replay, decide, store, and what to do when the outcome is not known.</summary>
internal sealed partial class AccountGrain
{
    private Task<Reply<Receipt>> Run(
        CommandEnvelope envelope,
        string requestHash,
        string? reference,
        Func<Account, CommandContext, Decision<AccountEvent>> decide,
        CancellationToken cancellation) => Run(
            envelope,
            requestHash,
            (before, context, _) => Task.FromResult(new AccountTurn(decide(before.State, context), reference)),
            cancellation);

    // What must be read to decide is read for the account as it stands; if it moves meanwhile, the fence says so.
    private async Task<Reply<Receipt>> Run(
        CommandEnvelope envelope,
        string requestHash,
        Func<LoadedAccount, CommandContext, CancellationToken, Task<AccountTurn>> decide,
        CancellationToken cancellation)
    {
        var context = envelope.ToContext();
        for (var attempt = 1; ; attempt++)
        {
            await CatchUp(cancellation);
            var known = await ReceiptOf(context.CommandId, cancellation);
            var (isReplay, reused) = CommandReplay.Check(known, requestHash);
            if (reused is not null)
                return reused.ToReply<Receipt>();
            if (isReplay)
                return Answer(known!.Version, known.Reference, isReplay: true);

            var before = _account;
            var turn = await decide(before, context, cancellation);
            var (decision, reference, document) = turn;
            if (decision.Refusal is { } refusal)
                return refusal.ToReply<Receipt>();
            if (decision.Events.IsEmpty)
                return Answer(before.Version, reference, isReplay: false);
            var (entityId, accountId) = AccountKey.Split(Key);
            var events = decision.Events.Named(entityId, accountId, before.Version);
            var commit = new AccountCommit(
                before, context, requestHash, reference, events, document ?? await MemoOf(events, cancellation))
            {
                Usage = turn.Usage,
            };
            if (await Store(commit, attempt, cancellation) is { } problem)
                return problem;
            if (_account.State.Receipt(context.CommandId) is not null)
                return Answer(_account.Version, reference, isReplay: false);
        }
    }

    // Null when stored, or when another writer was first and the command must be decided again.
    private async Task<Reply<Receipt>?> Store(AccountCommit commit, int attempt, CancellationToken cancellation)
    {
        try
        {
            _account = await store.Append(commit, cancellation);
            return null;
        }
        catch (StaleVersionException) when (attempt < AttemptCountMax)
        {
            _account = await store.Load(Key, cancellation);
            return null;
        }
        catch (ServicePointTakenException)
        {
            return Refusals.ServicePointTaken.ToReply<Receipt>();
        }
        catch (UsageRecordGoneException)
        {
            return Reply<Receipt>.No(
                "worklist-resolved", "A record was given up meanwhile; nothing is stored. Recycle again.");
        }
        catch (StoreBusyException)
        {
            return Reply<Receipt>.No("store-busy", "The store is busy; try again with the same command id.");
        }
        catch (Exception e)
        {
            LogCommitFailed(logger, Key, e);
            DeactivateOnIdle(); // Stored or not? Unknown; the next activation reads the truth.
            if (!StoreFaults.IsOutage(e))
                throw;
            return Reply<Receipt>.No(
                "outcome-unknown", "It is not known whether this was stored; try again with the same command id.");
        }
    }

    private async Task<CommandReceipt?> ReceiptOf(string commandId, CancellationToken cancellation)
    {
        if (_account.State.Receipt(commandId) is { } recent)
            return recent;
        return _account.State.Recent.Length < Account.RecentCountMax
            ? null
            : await store.FindReceipt(Key, commandId, cancellation);
    }

    // Part of the decision, after the replay: a retry finds its own effect and not a version that moved on.
    private Decision<AccountEvent> IfAt(long? expectedVersion, Decision<AccountEvent> decision) =>
        decision.IsRefused || expectedVersion is not { } expected || expected == _account.Version
            ? decision
            : Refusals.StaleVersion(_account.Version);

    private Reply<Receipt> Answer(long version, string? reference, bool isReplay)
    {
        var (entityId, accountId) = AccountKey.Split(Key);
        return new Reply<Receipt>(new Receipt(entityId, accountId, version, reference), null, isReplay);
    }

    private async Task CatchUp(CancellationToken cancellation)
    {
        // Settled only after the read: a look that comes meanwhile must not answer from what is in doubt, and a doubt
        // that comes meanwhile asks for another read.
        var doubts = Volatile.Read(ref _doubts);
        if (Volatile.Read(ref _movedTo) <= _account.Version && doubts <= _settledDoubts)
            return;
        var read = await store.Load(Key, cancellation);
        if (read.Version > _account.Version)
            _account = read;
        _settledDoubts = Math.Max(_settledDoubts, doubts);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A commit of account {AccountKey} failed; the activation ends.")]
    private static partial void LogCommitFailed(ILogger logger, string accountKey, Exception fault);
}
