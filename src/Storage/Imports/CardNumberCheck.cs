using System.Collections.Immutable;
using BillingActors.Domain.Cash;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Storage.Imports;

/// <summary>Refuses a file of payments with what looks like card numbers before any of it is staged.</summary>
internal static class CardNumberCheck
{
    /// <summary>Throws where a payment bears such a number, and names every line that does.</summary>
    public static void Refuse(ImmutableArray<ImportItem> items)
    {
        var problems = items
            .Where(item => item.Payment is { } entry && Texts(entry).Any(CardNumbers.AreIn))
            .Select(item => new RecordProblem(
                item.Line, "payment", CashRefusals.CardNumber.Code, CashRefusals.CardNumber.Detail))
            .Take(FileRefusedException.ProblemCountMax)
            .ToImmutableArray();
        if (!problems.IsEmpty)
            throw new FileRefusedException(problems);
    }

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
