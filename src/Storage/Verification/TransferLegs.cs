using System.Globalization;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Transfers;
using BillingActors.Storage.Accounts;

namespace BillingActors.Storage.Verification;

/// <summary>
/// Both ends of all transfers, from several threads: what was taken was sent and has not come back, and what is done
/// has arrived. What is pending may be at either end.
/// </summary>
internal sealed class TransferLegs
{
    private readonly Dictionary<(string From, string Id), OutgoingTransfer> _sent = [];
    private readonly Dictionary<string, string> _currencies = new(StringComparer.Ordinal);
    private readonly Dictionary<(string From, string Id, string To), IncomingTransfer> _taken = [];

    public void Add(string key, Account state)
    {
        if (state.Transfers is not { } file)
            return;
        lock (_sent)
        {
            _currencies[key] = state.Currency.Code;
            foreach (var transfer in file.Out)
                _sent[(key, transfer.Id)] = transfer;
            foreach (var transfer in file.In.Where(one => one.IsTaken))
                _taken[(transfer.From, transfer.Id, key)] = transfer;
        }
    }

    /// <summary>What was sent and has neither arrived nor come back.</summary>
    public IEnumerable<(string EntityId, string Currency, long Minor)> UnderWay => _sent
        .Where(one => one.Value.IsPending && !_taken.ContainsKey((one.Key.From, one.Key.Id, one.Value.To)))
        .Select(one => (
            AccountKey.EntityOf(one.Key.From), _currencies[one.Key.From], one.Value.Value.NetMinor));

    public void Report(Findings findings)
    {
        foreach (var ((from, id, to), taken) in _taken)
        {
            if (!_sent.TryGetValue((from, id), out var sent) || sent.To != to)
                findings.Add(Rule.InTransit, to, $"transfer {id} was taken from {from}, which has not sent it");
            else if (sent.State == TransferState.Returned)
                findings.Add(Rule.InTransit, to, $"transfer {id} was taken from {from}, where it came back");
            else if (!sent.Value.Matches(taken.Value))
                findings.Add(Rule.InTransit, to, $"transfer {id} was taken from {from} with another content");
        }
        foreach (var ((from, id), sent) in _sent)
        {
            if (sent.State == TransferState.Completed && !_taken.ContainsKey((from, id, sent.To)))
                findings.Add(Rule.InTransit, from, $"transfer {id} is done and did not arrive at {sent.To}");
        }
    }

    /// <summary>An account's own end: what the journal has in transit is what was sent, less what was taken.</summary>
    public static void Check(AccountBooks books, Account state, Findings findings)
    {
        findings.Count(Rule.InTransit);
        var posted = books.Postings
            .Where(posting => posting.LedgerAccount == Domain.Ledger.TransferPostings.InTransit)
            .Sum(posting => posting.AmountMinor);
        var sent = state.TransfersOut.Where(one => one.State != TransferState.Returned).Sum(one => one.Value.NetMinor);
        var taken = state.TransfersIn.Where(one => one.IsTaken).Sum(one => one.Value.NetMinor);
        if (posted != sent - taken)
        {
            findings.Add(Rule.InTransit, books.Key, string.Create(
                CultureInfo.InvariantCulture, $"{posted} is posted, {sent - taken} was sent and not taken"));
        }
    }
}
