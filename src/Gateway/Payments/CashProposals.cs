using System.Collections.Immutable;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Payments;

/// <summary>
/// Finds accounts that unidentified cash may belong to: by what its payer wrote, and by what is open for the amount. It
/// proposes and moves nothing.
/// </summary>
internal sealed class CashProposals(IReports reports, IGrainFactory grains)
{
    private const int WordCountMax = 8;
    private const int WordLengthMin = 3;
    private const int AccountCountMax = 10;
    private const string ProposalId = "proposal";
    private const string AnyMethod = "wire";

    /// <summary>Proposals, best first.</summary>
    public Task<ImmutableArray<CashProposal>> For(UnidentifiedCash cash, CancellationToken cancellation) =>
        For(cash, new WordHits(reports), cancellation);

    /// <summary>Proposals, best first, with the words of a file looked up once each.</summary>
    public async Task<ImmutableArray<CashProposal>> For(
        UnidentifiedCash cash, WordHits known, CancellationToken cancellation)
    {
        var hits = new Dictionary<string, SearchHit>(StringComparer.Ordinal);
        foreach (var word in Words(cash))
        {
            foreach (var hit in await known.Of(cash.EntityId, word, cancellation))
                hits.TryAdd(hit.AccountId, hit);
        }
        var proposals = ImmutableArray.CreateBuilder<CashProposal>();
        foreach (var hit in hits.Values.Take(AccountCountMax))
        {
            var account = grains.Account(AccountKey.Of(cash.EntityId, hit.AccountId));
            if (await account.View(cancellation) is { } view && view.Currency == cash.Payment.Currency)
                proposals.Add(Of(cash, hit, view));
        }
        return
        [
            .. proposals.OrderByDescending(one => one.Score).ThenBy(one => one.AccountId, StringComparer.Ordinal),
        ];
    }

    /// <summary>The proposals, each with what the rule set of its account would pay.</summary>
    public async Task<ImmutableArray<CashProposal>> Applied(
        UnidentifiedCash cash, ImmutableArray<CashProposal> likely, CommandEnvelope asked,
        CancellationToken cancellation)
    {
        // The account may have such a receipt, and how money came decides nothing about what it pays.
        var payment = new Payment(
            ProposalId, ProposalId, AnyMethod, cash.Payment.AmountMinor, cash.Payment.Currency, cash.Payment.ValueOn);
        var applied = ImmutableArray.CreateBuilder<CashProposal>(likely.Length);
        foreach (var proposal in likely)
        {
            var account = grains.GetGrain<IAccountCashGrain>(AccountKey.Of(cash.EntityId, proposal.AccountId));
            var preview = await account.PreviewPayment(asked, payment, cancellation);
            applied.Add(proposal with { Application = preview.Value?.Application });
        }
        return applied.MoveToImmutable();
    }

    private static CashProposal Of(UnidentifiedCash cash, SearchHit hit, AccountView account)
    {
        var minor = cash.Payment.AmountMinor;
        var words = Words(cash).Select(Normal).ToHashSet(StringComparer.Ordinal);
        var named = account.OpenItems.Where(item => words.Contains(Normal(item.Number))).ToList();
        (string Reason, int Score, bool Holds)[] signs =
        [
            ("number-and-amount", 100, named.Exists(item => item.OpenMinor == minor)),
            ("number", 80, named.Count > 0),
            ("amount", 60, account.OpenItems.Count(item => item.OpenMinor == minor) == 1),
            ("all-due", 50, account.BalanceMinor == minor),
            ("named", 30, true),
        ];
        var holding = signs.Where(sign => sign.Holds).ToList();
        return new CashProposal(
            hit.AccountId, hit.CustomerName, holding.Max(sign => sign.Score), [.. holding.Select(sign => sign.Reason)]);
    }

    private static IEnumerable<string> Words(UnidentifiedCash cash) =>
        $"{cash.NamedAccount} {cash.Payment.Reference}"
            .Split([' ', ',', ';', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(word => word.Length >= WordLengthMin)
            .Distinct(StringComparer.Ordinal)
            .Take(WordCountMax);

    // Typed by people: case, dashes, leading zeros, and the letter O for the digit 0.
    private static string Normal(string number) => string.Concat(number.ToUpperInvariant()
        .Replace('O', '0')
        .Split(['-', '.', '_'], StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.TrimStart('0')));
}
