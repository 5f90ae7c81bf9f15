using System.Collections.Immutable;
using BillingActors.Domain.Cash;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Storage.Imports;

/// <summary>Finds what looks like card numbers in payments and reasons, before any of it is stored.</summary>
public static class CardNumberCheck
{
    /// <summary>Throws where a payment bears such a number, and names every line that does.</summary>
    public static void Refuse(ImmutableArray<ImportItem> items)
    {
        var problems = items
            .Where(item => item.Payment is { } entry && Bears(entry))
            .Select(item => new RecordProblem(
                item.Line, "payment", CashRefusals.CardNumber.Code, CashRefusals.CardNumber.Detail))
            .Take(FileRefusedException.ProblemCountMax)
            .ToImmutableArray();
        if (!problems.IsEmpty)
            throw new FileRefusedException(problems);
    }

    /// <summary>Whether one of its texts has such a number.</summary>
    public static bool Bears(PaymentEntry entry) => Texts(entry).Any(CardNumbers.AreIn);

    /// <summary>Whether a text that a person wrote has such a number.</summary>
    public static bool Bears(string text) => CardNumbers.AreIn(text);

    private static IEnumerable<string?> Texts(PaymentEntry entry)
    {
        var payment = entry.Payment;
        return
        [
            entry.AccountId, payment.ReceiptId, payment.Source, payment.Reference, payment.BatchId, payment.CardToken,
            payment.RetryOf, .. (payment.Items ?? []).Select(item => item.Item),
        ];
    }
}
