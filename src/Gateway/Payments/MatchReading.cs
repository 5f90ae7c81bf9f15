using System.Collections.Immutable;
using BillingActors.Formats;
using BillingActors.Formats.Bank;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Invoices;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Storage.Cash;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Payments;

/// <summary>Reads a file of payments, and finds the account of each, for every door; it stores nothing.</summary>
internal sealed class MatchReading(
    IGrainFactory grains, CashProposals proposals, IReports reports, IUnidentifiedCashStore cash)
{
    /// <summary>Payments of a file here.</summary>
    public const int LineCountMax = 20_000;

    private const int HeadBytes = 4096;
    private static readonly ImmutableArray<string> _ours = ["payments-csv", "payments-json"];
    private const int ConcurrencyMax = 8;
    private const int HolderCountMax = 500;

    /// <summary>The format of a file by what it holds; null where there is no payment in such a file.</summary>
    public static string? FormatOf(ReadOnlySpan<byte> file)
    {
        var head = file[..Math.Min(HeadBytes, file.Length)];
        return BankStatements.Recognise(head)
            ?? (FileFormats.Recognise(head)?.Name is { } name && NamesEntity(name) ? name : null);
    }

    /// <summary>Whether files of a format say themselves whose money it is.</summary>
    public static bool NamesEntity(string format) => _ours.Contains(format, StringComparer.Ordinal);

    /// <summary>What stands in a file; the problems name line, field and rule.</summary>
    public static async Task<ReadPayments> Read(string format, Stream file, CancellationToken cancellation)
    {
        try
        {
            if (NamesEntity(format))
                return await ReadOurs(format, file, cancellation);
            var money = await BankStatements.Read(format, file, PrintedAmount.DecimalsOf, cancellation);
            return money.Payments.Length > LineCountMax
                ? TooMany()
                : new([.. money.Payments.Select(WithoutCards)], [], money.LeftOut);
        }
        catch (FileRefusedException refusal)
        {
            return new([], refusal.Problems, []);
        }
    }

    private static async Task<ReadPayments> ReadOurs(string format, Stream file, CancellationToken cancellation)
    {
        var entries = ImmutableArray.CreateBuilder<PaymentEntry>();
        var problems = ImmutableArray.CreateBuilder<RecordProblem>();
        await foreach (var item in FileFormats.Named(format)!.Read(file, cancellation))
        {
            if (item.Rejected is { } problem)
                problems.Add(problem);
            else if (item.Payment is { } entry)
                entries.Add(entry);
            if (entries.Count > LineCountMax)
                return TooMany();
        }
        return new(entries.ToImmutable(), problems.ToImmutable(), []);
    }

    private static ReadPayments TooMany() => new(
        [], [new(0, "file", "batch-size-wrong", $"A file has at most {LineCountMax} payments here.")], []);

    // A payer's text may look like the number of a card: such a number is never kept, and a file of a bank cannot be
    // put right by who hands it in.
    private static PaymentEntry WithoutCards(PaymentEntry entry) => CardNumberCheck.Bears(entry)
        ? entry with
        {
            Payment = entry.Payment with { Reference = BankStatements.Masked(entry.Payment.Reference ?? "") },
        }
        : entry;

    /// <summary>The accounts of payments, in their order.</summary>
    public async Task<ImmutableArray<PaymentMatch>> Match(
        Caller caller, ImmutableArray<PaymentEntry> entries, DateOnly today, CancellationToken cancellation)
    {
        var found = new PaymentMatch[entries.Length];
        var known = new WordHits(reports);
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = ConcurrencyMax,
            CancellationToken = cancellation,
        };
        await Parallel.ForAsync(0, entries.Length, options, async (index, ask) =>
            found[index] = await Match(caller, (entries[index], today), known, ask));
        return [.. found];
    }

    /// <summary>
    /// Payments that an account has already are that account's: what a file paid is open no more when it comes again,
    /// and would fit nobody.
    /// </summary>
    public async Task<ImmutableArray<PaymentEntry>> Settled(
        string entityId, ImmutableArray<PaymentEntry> entries, CancellationToken cancellation)
    {
        var holders = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in entries.Chunk(HolderCountMax))
        {
            var held = await cash.Holders(
                entityId, [.. part.Select(entry => entry.Payment.ReceiptId)], cancellation);
            foreach (var receipt in held.Where(receipt => receipt.Source == FileBatches.Source))
                holders[receipt.ReceiptId] = receipt.AccountId;
        }
        return
        [
            .. entries.Select(entry => holders.TryGetValue(entry.Payment.ReceiptId, out var holder)
                ? entry with { AccountId = holder }
                : entry),
        ];
    }

    private async Task<PaymentMatch> Match(
        Caller caller, (PaymentEntry Entry, DateOnly Today) of, WordHits known, CancellationToken cancellation)
    {
        var entry = of.Entry;
        if (!caller.Scope.Allows(entry.EntityId))
            return new PaymentMatch(entry, PaymentMatch.Foreign, []);
        if (entry.AccountId is { } named && await Fits(entry, named, cancellation))
            return new PaymentMatch(entry, PaymentMatch.Exact, []) { AccountId = named };
        var money = new UnidentifiedCash(entry.EntityId, entry.AccountId, entry.Payment, of.Today);
        var likely = await proposals.For(money, known, cancellation);
        return likely is [{ Score: >= PaymentMatch.LikelyScore } best, ..]
            ? new PaymentMatch(entry, PaymentMatch.Likely, likely) { AccountId = best.AccountId }
            : new PaymentMatch(entry, PaymentMatch.None, likely);
    }

    private async Task<bool> Fits(PaymentEntry entry, string accountId, CancellationToken cancellation) =>
        await grains.Account(AccountKey.Of(entry.EntityId, accountId)).View(cancellation) is { } account
        && account.Currency == entry.Payment.Currency;
}
