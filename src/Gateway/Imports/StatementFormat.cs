using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using BillingActors.Formats;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Payments;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Gateway.Imports;

/// <summary>
/// A statement of a bank that comes as a file: read and matched as the console does, where what fits an account well
/// goes to it and the rest is unidentified cash. A statement is read whole, as only its end tells whether it ties.
/// </summary>
/// <param name="name">camt.053 or bai2.</param>
/// <param name="entityId">Whose money it is; a statement does not say.</param>
/// <param name="matching">Finds the accounts.</param>
/// <param name="asked">Who hands it in, and on which day.</param>
internal sealed class StatementFormat(
    string name, string entityId, MatchReading matching, (Caller Caller, DateOnly Today) asked) : IFileFormat
{
    private const int BytesMax = 24 * 1024 * 1024;
    private const int PieceBytes = 81_920;

    public string Name => name;

    public bool Recognises(ReadOnlySpan<byte> head) => MatchReading.FormatOf(head) == name;

    public async IAsyncEnumerable<ImportItem> Read(
        Stream file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var bytes = await Whole(file, cancellation);
        var hash = FileBatches.Short(await SHA256.HashDataAsync(bytes, cancellation));
        bytes.Position = 0;
        var read = await MatchReading.Read(name, bytes, cancellation);
        if (!read.Problems.IsEmpty)
            throw new FileRefusedException(read.Problems);
        if (read.Entries.IsEmpty)
            throw new FileRefusedException([new(1, "record", "no-rows", "no money came in by this file")]);
        var matches = await matching.Match(
            asked.Caller, [.. read.Entries.Select(entry => entry with { EntityId = entityId })], asked.Today,
            cancellation);
        ImmutableArray<PaymentEntry> named =
        [
            .. matches.GroupBy(match => match.Entry.Payment.Currency, StringComparer.Ordinal)
                .SelectMany(currency => currency.Select((match, place) => Named(match, hash, place))),
        ];
        foreach (var entry in await matching.Settled(entityId, named, cancellation))
            yield return new ImportItem(Payment: entry);
    }

    private static PaymentEntry Named(PaymentMatch match, string hash, int place)
    {
        var payment = match.Entry.Payment;
        var batchId = FileBatches.Name(hash, payment.Currency, place / FileBatches.LineCountMax);
        return match.Entry with
        {
            AccountId = match.AccountId,
            Payment = payment with
            {
                ReceiptId = FileBatches.Receipt(batchId, (place % FileBatches.LineCountMax) + 1),
                Source = FileBatches.Source,
                BatchId = batchId,
            },
        };
    }

    private static async Task<MemoryStream> Whole(Stream file, CancellationToken cancellation)
    {
        var bytes = new MemoryStream();
        var piece = new byte[PieceBytes];
        int count;
        while ((count = await file.ReadAsync(piece, cancellation)) > 0)
        {
            if (bytes.Length + count > BytesMax)
                throw new ProblemException(ProblemCode.BodyTooLarge, "A statement has at most 24 MiB.");
            bytes.Write(piece, 0, count);
        }
        bytes.Position = 0;
        return bytes;
    }
}
