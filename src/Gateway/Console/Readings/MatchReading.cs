using System.Collections.Immutable;
using BillingActors.Formats;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Payments;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>Reads a file of payments, and finds the account of each; it stores nothing.</summary>
internal sealed class MatchReading(IGrainFactory grains, CashProposals proposals)
{
    /// <summary>Lines of a batch, and so of a file here.</summary>
    public const int LineCountMax = 5_000;

    private const string Format = "payments-csv";
    private const int ConcurrencyMax = 8;

    /// <summary>What stands in a file; the problems name line and field.</summary>
    public static async Task<(ImmutableArray<PaymentEntry> Entries, ImmutableArray<RecordProblem> Problems)> Read(
        Stream file, CancellationToken cancellation)
    {
        var entries = ImmutableArray.CreateBuilder<PaymentEntry>();
        var problems = ImmutableArray.CreateBuilder<RecordProblem>();
        try
        {
            await foreach (var item in FileFormats.Named(Format)!.Read(file, cancellation))
            {
                if (item.Rejected is { } problem)
                    problems.Add(problem);
                else if (item.Payment is { } entry)
                    entries.Add(entry);
                if (entries.Count > LineCountMax)
                {
                    problems.Add(new(
                        0, "file", "batch-size-wrong", $"A file has at most {LineCountMax} payments here."));
                    break;
                }
            }
        }
        catch (FileRefusedException refusal)
        {
            problems.AddRange(refusal.Problems);
        }
        return (entries.ToImmutable(), problems.ToImmutable());
    }

    /// <summary>The accounts of payments, in their order.</summary>
    public async Task<ImmutableArray<PaymentMatch>> Match(
        Caller caller, ImmutableArray<PaymentEntry> entries, DateOnly today, CancellationToken cancellation)
    {
        var found = new PaymentMatch[entries.Length];
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = ConcurrencyMax,
            CancellationToken = cancellation,
        };
        await Parallel.ForAsync(0, entries.Length, options, async (index, ask) =>
            found[index] = await Match(caller, entries[index], today, ask));
        return [.. found];
    }

    private async Task<PaymentMatch> Match(
        Caller caller, PaymentEntry entry, DateOnly today, CancellationToken cancellation)
    {
        if (!caller.Scope.Allows(entry.EntityId))
            return new PaymentMatch(entry, PaymentMatch.Foreign, []);
        if (entry.AccountId is { } named && await Fits(entry, named, cancellation))
            return new PaymentMatch(entry, PaymentMatch.Exact, []) { AccountId = named };
        var cash = new UnidentifiedCash(entry.EntityId, entry.AccountId, entry.Payment, today);
        var likely = await proposals.For(cash, cancellation);
        return likely is [{ Score: >= PaymentMatch.LikelyScore } best, ..]
            ? new PaymentMatch(entry, PaymentMatch.Likely, likely) { AccountId = best.AccountId }
            : new PaymentMatch(entry, PaymentMatch.None, likely);
    }

    private async Task<bool> Fits(PaymentEntry entry, string accountId, CancellationToken cancellation) =>
        await grains.Account(AccountKey.Of(entry.EntityId, accountId)).View(cancellation) is { } account
        && account.Currency == entry.Payment.Currency;
}
