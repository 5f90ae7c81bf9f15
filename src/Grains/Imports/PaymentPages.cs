using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Accounts;
using BillingActors.Grains.Cash;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Mapping;
using BillingActors.Grains.MasterData;
using BillingActors.Storage.Accounts;

namespace BillingActors.Grains.Imports;

/// <summary>Books payments account by account, the accounts of a batch in one page.</summary>
internal sealed class PaymentPages(IAccountStore store, MasterCatalogue catalogue, AccountPages pages)
{
    private const int AttemptCountMax = 8;

    /// <summary>
    /// Books what has an account; answers the payments of none. Throws <see cref="ReceiptHeldException"/> where some of
    /// it was booked elsewhere since the caller looked; what is booked by then is found again.
    /// </summary>
    public async Task<List<PaymentRow>> Enter(
        List<PaymentRow> rows, PaymentBatchDesk desk, CancellationToken cancellation)
    {
        var homeless = rows.Where(row => row.Entry.AccountId is null || !Refusals.IsId(row.Entry.AccountId)).ToList();
        var waiting = rows.Except(homeless)
            .GroupBy(row => AccountKey.Of(row.Entry.EntityId, row.Entry.AccountId!), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToList();
        for (var attempt = 1; waiting.Count > 0 && attempt <= AttemptCountMax; attempt++)
        {
            var lost = await EnterPage(waiting, homeless, desk, cancellation);
            waiting.RemoveAll(group => !lost.Contains(group.Key, StringComparer.Ordinal));
        }
        foreach (var row in waiting.SelectMany(group => group))
            row.Refuse("account", "stale-version", "The account kept changing; drive the record again.");
        return homeless;
    }

    /// <summary>Refuses what no account would take, so that it is not parked either.</summary>
    public static void Check(PaymentRow row)
    {
        var payment = row.Entry.Payment;
        if (CashWords.Find<CashMethod>(payment.Method) is not { } method)
        {
            row.Refuse("method", "word-unknown", $"'{payment.Method}' is no method of payment.");
            return;
        }
        if (!CashWords.IsAllocation(payment.Allocation))
        {
            row.Refuse("allocation", "word-unknown", $"'{payment.Allocation}' is no way to pay what is open.");
            return;
        }
        var command = payment.ToCommand(method, payment.ValueOn.ToDomain());
        if (ReceiptBooking.Malformed(command) is { } malformed)
            row.Refuse("payment", malformed.Code, malformed.Detail);
        else if (payment.AmountMinor is <= 0 or > ChargeEntry.AmountMinorMax)
            row.Refuse("amount", CashRefusals.AmountNotPositive.Code, CashRefusals.AmountNotPositive.Detail);
        else if (!Currency.IsCode(payment.Currency))
            row.Refuse("currency", Refusals.CurrencyUnknown.Code, Refusals.CurrencyUnknown.Detail);
    }

    private async Task<ImmutableArray<string>> EnterPage(
        List<IGrouping<string, PaymentRow>> waiting,
        List<PaymentRow> homeless,
        PaymentBatchDesk desk,
        CancellationToken cancellation)
    {
        var loaded = await store.LoadMany([.. waiting.Select(group => group.Key)], cancellation);
        var commits = ImmutableArray.CreateBuilder<AccountCommit>();
        for (var i = 0; i < waiting.Count; i++)
        {
            if (loaded[i].Version == 0)
                homeless.AddRange(waiting[i]);
            else if (await Commit(loaded[i], [.. waiting[i]], desk, cancellation) is { } commit)
                commits.Add(commit);
        }
        if (commits.Count == 0)
            return [];
        var lost = (await pages.Append(commits.ToImmutable(), null, cancellation)).Lost;
        foreach (var group in waiting.Where(group => !lost.Contains(group.Key, StringComparer.Ordinal)))
        {
            foreach (var row in group)
                row.Stored();
        }
        return lost;
    }

    private async Task<AccountCommit?> Commit(
        LoadedAccount loaded, List<PaymentRow> rows, PaymentBatchDesk desk, CancellationToken cancellation)
    {
        var events = ImmutableArray.CreateBuilder<AccountEvent>();
        var (account, version) = (loaded.State, loaded.Version);
        CommandContext? first = null;
        for (var i = 0; i < rows.Count; i++)
        {
            var decided = await Decide(loaded.Key, account, rows[i], (desk, cancellation));
            if (decided.IsEmpty)
                continue;
            // An account may have lines in many batches of a file; each of its commits is a command of its own.
            var context = first ??= desk.Context with { CommandId = rows[i].CommandId };
            events.AddRange(decided);
            // Mostly an account has one payment, and nothing more is decided on what it became.
            if (i == rows.Count - 1)
                break;
            foreach (var happened in decided)
                account = account.Apply(happened, new EventEnvelope(context, "", null, ++version, []));
        }
        return first is null
            ? null
            : new AccountCommit(
                loaded, first, RequestHash.Of("import", first.CommandId), null, events.ToImmutable())
            {
                ClaimsReceipts = true,
            };
    }

    private async Task<ImmutableArray<AccountEvent>> Decide(
        string key, Account account, PaymentRow row, (PaymentBatchDesk Desk, CancellationToken Cancellation) turn)
    {
        Check(row);
        if (row.Problem is not null)
            return [];
        var payment = row.Entry.Payment;
        var valueOn = payment.ValueOn.ToDomain();
        var terms = await new CashDesk(store, catalogue, key).Terms(account, valueOn, turn.Desk, turn.Cancellation);
        var command = payment.ToCommand(CashWords.Find<CashMethod>(payment.Method)!.Value, turn.Desk.BookedOn);
        var decision = ReceiptBooking.Decide(account, command, terms);
        if (decision.Refusal is { } no)
            row.Refuse("payment", no.Code, no.Detail);
        row.Decided(isNew: !decision.Events.IsEmpty);
        return decision.Events;
    }
}
